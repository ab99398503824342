import CoreMetrics
import Logging
import ServiceLifecycle
import Traces

/// Exports a process's spans until it ends, and the last ones then.
struct SpanExport: Service {
    private let exporter: OTLPExporter
    let tracer: Tracer

    /// The export that the settings `otlp` and `trace-share` ask for; nil for none.
    /// - Throws: In one sentence, where a setting cannot be used.
    init?(_ settings: Settings, service: String, instance: String, logger: Logger) throws {
        guard let endpoint = settings.string("otlp") else { return nil }
        let text = settings.string("trace-share", default: "1")
        guard let share = Double(text), (0...1).contains(share) else {
            throw SettingsError("trace-share is '\(text)', but has to be a number from 0 to 1")
        }
        let buffer = SpanBuffer()
        tracer = Tracer(service: service, share: share, buffer: buffer)
        exporter = try OTLPExporter(endpoint: endpoint, instance: instance, buffer: buffer) {
            logger.warning(
                "spans are not taken, and dropped",
                metadata: ["collector": "\(endpoint)", "error": "\($0)"])
        }
    }

    /// Spans that a collector took, and those that were dropped, since the start.
    var counts: (exported: Int, dropped: Int) { (exporter.exported, exporter.buffer.dropped) }

    func run() async throws {
        await cancelWhenGracefulShutdown { await exporter.run() }
    }
}
