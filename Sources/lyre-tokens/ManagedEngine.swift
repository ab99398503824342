import ArgumentParser
import CoreMetrics
import EngineSupervisor
import Foundation
import Logging
import Observability
import ServiceHost
import ServiceLifecycle
import StreamingHTTP
import TokenService

/// A vLLM that this process starts, watches over, and ends.
struct ManagedEngine: Service {
    private static let condition = "engine"

    /// The engine itself: where it will answer, as soon as it is ready.
    let source: any EngineSource
    private let supervisor: EngineSupervisor

    /// The engine of the profile that the settings name; nil where they name none.
    /// - Parameter apiKey: What clients have to send it; that of the environment where there is
    ///   none.
    init?(
        _ settings: Settings, apiKey: String?, http: HTTPEngine, program: ServiceProgram
    ) throws {
        guard let profile = try EngineProfile(settings) else { return nil }
        guard settings.string("vllm") == nil else {
            throw ValidationError("--vllm and --managed exclude each other")
        }
        let key = apiKey ?? ProcessInfo.processInfo.environment["VLLM_API_KEY"]
        let port = try ReservedPort()
        let command = EngineCommand(
            profile, port: port.number,
            program: settings.string("vllm-program")?.split(separator: " ").map(String.init),
            apiKey: key?.trimmingCharacters(in: .whitespacesAndNewlines))
        source = StaticEngines([try Engine(command, profile, settings)])
        var policy = RestartPolicy()
        policy.readyWithin = profile.readyWithin
        supervisor = Self.supervisor(command, port, policy, http, program)
        program.describe("lyre_tokens_engine_ready", "1 while the managed vLLM takes calls.")
        program.describe("lyre_tokens_engine_starts", "Starts of the managed vLLM.")
        let starts = Meter(label: "lyre_tokens_engine_starts")
        program.beforeScrape { [supervisor] in starts.set(supervisor.starts) }
    }

    private static func supervisor(
        _ command: EngineCommand, _ port: ReservedPort, _ policy: RestartPolicy,
        _ http: HTTPEngine, _ program: ServiceProgram
    ) -> EngineSupervisor {
        let logger = Logger(label: "vllm")
        let probe = ManagedEngineProbe(http: http, command: command)
        let readiness = program.readiness
        let isReady = Meter(label: "lyre_tokens_engine_ready")
        readiness.fail(condition, because: "the engine is about to start")
        isReady.set(0)
        return EngineSupervisor(command, port: port, policy: policy, logger: logger) {
            await probe.ask()
        } onChange: { state in
            switch state {
            case .ready:
                readiness.meet(condition)
                logger.notice("the engine is ready", metadata: ["url": "\(command.baseURL)"])
            case .unready(let reason): readiness.fail(condition, because: reason)
            }
            isReady.set(state == .ready ? 1 : 0)
        }
    }

    /// Why it takes no call now, in a sentence; nil when it does.
    var refusal: String? {
        switch supervisor.condition {
        case .ready: nil
        case .unready(let reason): reason
        }
    }

    /// Until it is drained, which is after the calls: they are served by a service that is told to
    /// end before this one.
    func run() async throws {
        try await withGracefulShutdownHandler {
            try await supervisor.run()
        } onGracefulShutdown: {
            supervisor.drain()
        }
    }
}

extension Engine {
    /// As the token service knows it: as many streams as it works on at once.
    fileprivate init(
        _ command: EngineCommand, _ profile: EngineProfile, _ settings: Settings
    ) throws {
        let sequences = profile.value(of: "max-num-seqs").flatMap { Int($0) }
        self.init(
            endpoint: try CompletionsEndpoint(
                baseURL: command.baseURL, model: command.model,
                apiKey: command.environment["VLLM_API_KEY"]),
            streams: try settings.int(
                "streams", default: sequences ?? Engine.defaultStreams, in: 1...100_000),
            takesPriority: profile.value(of: "scheduling-policy") == "priority")
    }
}
