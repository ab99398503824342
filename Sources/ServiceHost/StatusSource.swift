import LyreRPC
import Observability
import Synchronization
import WireMessages

/// What Status/Metrics answers. The server is made after its registry, so it is told late.
final class StatusSource: Sendable {
    private let program: String
    private let metrics: PrometheusRegistry
    private let start = SystemTime().now
    private let server = Mutex<RPCServer?>(nil)

    init(program: String, metrics: PrometheusRegistry) {
        self.program = program
        self.metrics = metrics
    }

    func settle(_ server: RPCServer) { self.server.withLock { $0 = server } }

    func reply() throws(RPCError) -> MetricsReply {
        guard let server = server.withLock({ $0 }) else {
            throw RPCError(.unavailable, "the server is starting", neverStarted: true)
        }
        return MetricsReply(
            program: program, version: LyreVersion.current, instance: server.instance,
            isDraining: server.isDraining,
            uptimeMicroseconds: UInt64((SystemTime().now - start).inSeconds * 1e6),
            text: metrics.render())
    }
}
