import Foundation
import Synchronization

/// A farm of the real programs that come and go; the frontend finds them by files.
final class ChaosFarm: Sendable {
    enum Stage: String, CaseIterable { case decoder, tokens }

    let engine: Service
    let text: Service
    private let scratch: Scratch
    private let services: Mutex<[Stage: [Service]]>

    private init(
        engine: Service, text: Service, scratch: Scratch, services: [Stage: [Service]]
    ) {
        (self.engine, self.text, self.scratch) = (engine, text, scratch)
        self.services = Mutex(services)
    }

    /// - Parameters:
    ///   - rate: Tokens a second of each stream of the engine.
    ///   - capacity: Calls that the frontend takes at once.
    static func start(
        decoders: Int = 2, tokens: Int = 2, rate: Int = 90, capacity: Int = 64
    ) async throws -> ChaosFarm {
        let scratch = try Scratch()
        let engine = try await Service.start("lyre-demo-engine", ["--rate", "\(rate)"])
        var services: [Stage: [Service]] = [:]
        for (stage, count) in [(Stage.decoder, decoders), (.tokens, tokens)] {
            for _ in 0..<count {
                services[stage, default: []].append(try await launch(stage, engine))
            }
            try list(services[stage]!, stage, scratch)
        }
        let text = try await Service.start(
            "lyre-text",
            [
                "--tokens", "file:\(scratch.path("tokens"))", "--decoder",
                "file:\(scratch.path("decoder"))", "--capacity", "\(capacity)", "--admin", "127.0.0.1:0",
            ])
        return ChaosFarm(engine: engine, text: text, scratch: scratch, services: services)
    }

    private static func launch(_ stage: Stage, _ engine: Service) async throws -> Service {
        switch stage {
        case .decoder:
            try await Service.start(
                "lyre-decoder", ["--model", Programs.model, "--admin", "127.0.0.1:0"])
        case .tokens:
            try await Service.start(
                "lyre-tokens",
                [
                    "--vllm", engine.endpoint, "--model", "orpheus", "--streams", "256", "--canary",
                    "off", "--admin", "127.0.0.1:0",
                ])
        }
    }

    private static func list(_ services: [Service], _ stage: Stage, _ scratch: Scratch) throws {
        let lines = services.map { $0.endpoint + "\n" }.joined()
        try Data(lines.utf8).write(
            to: scratch.url.appendingPathComponent(stage.rawValue), options: .atomic)
    }

    func services(_ stage: Stage) -> [Service] { services.withLock { $0[stage]! } }

    /// The service of a stage that is at work on most streams, and its place.
    func busiest(_ stage: Stage) async throws -> (place: Int, service: Service, streams: Double) {
        var busiest: (place: Int, service: Service, streams: Double)?
        for (place, service) in services(stage).enumerated() {
            let streams = try await service.metric("lyre_\(stage.rawValue)_streams")
            if streams >= busiest?.streams ?? -1 { busiest = (place, service, streams) }
        }
        return busiest!
    }

    /// Puts a new service in the place of one.
    func replace(_ stage: Stage, _ place: Int) async throws {
        let new = try await Self.launch(stage, engine)
        try services.withLock { services in
            services[stage]![place] = new
            try Self.list(services[stage]!, stage, scratch)
        }
    }

    /// Takes a service out of its file, or puts it back.
    func list(_ stage: Stage, without place: Int? = nil) throws {
        let listed = services(stage).enumerated().filter { $0.offset != place }.map(\.element)
        try Self.list(listed, stage, scratch)
    }

    func stop() async {
        for service in [text] + services(.tokens) + services(.decoder) + [engine] {
            service.child.signal(SIGCONT)
            await service.stop()
        }
    }
}
