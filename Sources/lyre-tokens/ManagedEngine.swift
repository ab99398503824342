import CoreMetrics
import EngineSupervisor
import Foundation
import Logging
import Observability
import ServiceHost
import ServiceLifecycle
import StreamingHTTP

/// A vLLM that this process starts, watches over, and ends.
struct ManagedEngine: Service {
    private static let condition = "engine"

    /// Where it will answer, as soon as it is ready, and under which name its model.
    let baseURL: String
    let model: String
    private let supervisor: EngineSupervisor

    /// - Parameter apiKey: What clients have to send it.
    init(
        _ profile: EngineProfile, settings: Settings, apiKey: String?, http: HTTPEngine,
        program: ServiceProgram
    ) throws {
        let command = EngineCommand(
            profile, port: try FreePort.find(),
            program: settings.string("vllm-program")?.split(separator: " ").map(String.init),
            apiKey: apiKey?.trimmingCharacters(in: .whitespacesAndNewlines))
        (baseURL, model) = (command.baseURL, command.model)
        let logger = Logger(label: "vllm")
        var policy = RestartPolicy()
        policy.readyWithin = profile.readyWithin
        let probe = EngineProbe(http: http, command: command)
        let readiness = program.readiness
        let isReady = Meter(label: "lyre_tokens_engine_ready")
        readiness.fail(Self.condition, because: "the engine is about to start")
        isReady.set(0)
        supervisor = EngineSupervisor(command, policy: policy, logger: logger) {
            await probe.ask()
        } onChange: { condition in
            switch condition {
            case .ready:
                readiness.meet(Self.condition)
                logger.notice("the engine is ready", metadata: ["url": "\(command.baseURL)"])
            case .unready(let reason): readiness.fail(Self.condition, because: reason)
            }
            isReady.set(condition == .ready ? 1 : 0)
        }
        program.describe("lyre_tokens_engine_ready", "1 while the managed vLLM takes calls.")
        program.describe("lyre_tokens_engine_starts", "Starts of the managed vLLM.")
        let starts = Meter(label: "lyre_tokens_engine_starts")
        program.beforeScrape { [supervisor] in starts.set(supervisor.starts) }
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
