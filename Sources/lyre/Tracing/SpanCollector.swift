import Logging
import Observability
import Synchronization
import Traces

/// Takes the spans that the programs of a farm export, as a collector of OpenTelemetry would.
final class SpanCollector: Sendable {
    /// What farms are told: `http://127.0.0.1:4318`.
    let endpoint: String
    private let spans: Collected
    private let task: Task<Void, any Error>

    private final class Collected: Sendable {
        let spans = Mutex<[Span]>([])
    }

    init() async throws {
        let collected = Collected()
        spans = collected
        var logger = Logger(label: "traces")
        logger.logLevel = .critical
        let receiver = PostReceiver(path: OTLP.path, logger: logger) { body in
            guard let new = try? OTLP.spans(of: body) else { return false }
            collected.spans.withLock { $0 += new }
            return true
        }
        task = Task { try await receiver.run() }
        endpoint = "http://127.0.0.1:\(try await receiver.port)"
    }

    deinit { task.cancel() }

    /// What has come of one trace.
    func spans(of trace: TraceContext) -> [Span] {
        spans.spans.withLock { $0.filter { $0.context.traceIDText == trace.traceIDText } }
    }
}
