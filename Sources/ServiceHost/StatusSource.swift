import LyreRPC
import Observability
import WireMessages

/// What Status/Metrics answers.
struct StatusSource: Sendable {
    private let program: String
    private let metrics: PrometheusRegistry
    private let start = SystemTime().now

    init(program: String, metrics: PrometheusRegistry) {
        self.program = program
        self.metrics = metrics
    }

    func reply(of server: RPCServer) -> MetricsReply {
        MetricsReply(
            program: program, version: LyreVersion.current, instance: server.instance,
            isDraining: server.isDraining,
            uptimeMicroseconds: UInt64((SystemTime().now - start).inSeconds * 1e6),
            text: metrics.render())
    }
}
