import Foundation
import Synchronization

/// A farm of the real programs that come and go; they find each other by files.
final class ChaosFarm: Sendable {
    enum Stage: String, CaseIterable {
        case engine, decoder, tokens, text

        /// Lyre's own.
        static let services: [Stage] = [.decoder, .tokens, .text]

        var program: String { self == .engine ? "lyre-demo-engine" : "lyre-\(rawValue)" }

        /// The metric that counts what a service of the stage is at work on.
        var load: String {
            switch self {
            case .engine: "vllm:num_requests_running"
            case .text: "lyre_text_requests"
            default: "lyre_\(rawValue)_streams"
            }
        }

        /// How others find it: a line of a list of addresses, or of one of engines.
        func line(_ endpoint: String) -> String {
            self == .engine ? "  - {url: \"\(endpoint)\", model: orpheus}\n" : endpoint + "\n"
        }
    }

    private let rate: Int
    private let scratch: Scratch
    private let services = Mutex<[Stage: [Service]]>([:])

    private init(rate: Int, scratch: Scratch) {
        (self.rate, self.scratch) = (rate, scratch)
    }

    /// - Parameters:
    ///   - rate: Tokens a second of each stream of an engine; 0 for as fast as it can.
    static func start(
        engines: Int = 1, decoders: Int = 2, tokens: Int = 2, texts: Int = 1, rate: Int = 90
    ) async throws -> ChaosFarm {
        let farm = ChaosFarm(rate: rate, scratch: try Scratch())
        let counts = [
            (Stage.engine, engines), (.decoder, decoders), (.tokens, tokens), (.text, texts),
        ]
        for (stage, count) in counts {
            for _ in 0..<count { try await farm.add(stage) }
        }
        return farm
    }

    /// The target of a stage's services.
    func target(_ stage: Stage) -> String { "file:\(scratch.path(stage.rawValue))" }

    private func launch(_ stage: Stage) async throws -> Service {
        let flags =
            switch stage {
            case .engine: ["--rate", "\(rate)"]
            case .decoder: ["--model", Programs.model]
            case .tokens:
                [
                    "--vllm", target(.engine), "--streams", "256", "--canary", "off",
                ]
            case .text: ["--tokens", target(.tokens), "--decoder", target(.decoder)]
            }
        return try await Service.start(
            stage.program, stage == .engine ? flags : flags + ["--admin", "127.0.0.1:0"])
    }

    func services(_ stage: Stage) -> [Service] { services.withLock { $0[stage] ?? [] } }

    /// One more service of a stage, which others find within a second or two.
    func add(_ stage: Stage) async throws {
        let new = try await launch(stage)
        try change(stage) { $0.append(new) }
    }

    /// Takes a service out, which then drains; its exit status.
    func retire(_ stage: Stage, _ place: Int) async throws -> Int32 {
        let old = services(stage)[place]
        try change(stage) { $0.remove(at: place) }
        old.child.signal(SIGTERM)
        return await old.child.waitUntilExit()
    }

    /// Puts a new service in the place of one, which nobody finds any more.
    func replace(_ stage: Stage, _ place: Int) async throws {
        let new = try await launch(stage)
        try change(stage) { $0[place] = new }
    }

    private func change(_ stage: Stage, _ change: (inout [Service]) -> Void) throws {
        let lines = services.withLock { services in
            change(&services[stage, default: []])
            let lines = services[stage]!.map { stage.line($0.endpoint) }.joined()
            return stage == .engine ? "engines:\n" + lines : lines
        }
        let file = scratch.url.appendingPathComponent(stage.rawValue)
        try Data(lines.utf8).write(to: file, options: .atomic)
    }

    /// The service of a stage that is at work on most, and its place.
    func busiest(_ stage: Stage) async throws -> (place: Int, service: Service, load: Double) {
        var busiest: (place: Int, service: Service, load: Double)?
        for (place, service) in services(stage).enumerated() {
            let load = try await service.metric(stage.load)
            if load >= busiest?.load ?? 0 { busiest = (place, service, load) }
        }
        return busiest!
    }

    /// What all services of a stage count together.
    func sum(_ metric: String, _ stage: Stage) async throws -> Double {
        var sum = 0.0
        for service in services(stage) { sum += try await service.metric(metric) }
        return sum
    }

    func stop() async {
        for stage in Stage.allCases.reversed() {
            for service in services(stage) {
                service.child.signal(SIGCONT)
                await service.stop()
            }
        }
    }
}
