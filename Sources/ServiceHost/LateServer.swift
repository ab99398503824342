import LyreRPC
import Synchronization

/// The server, for handlers that tell of it: it is made after its registry.
final class LateServer: Sendable {
    private let server = Mutex<RPCServer?>(nil)

    func settle(_ server: RPCServer) { self.server.withLock { $0 = server } }

    /// - Throws: UNAVAILABLE before there is one.
    var value: RPCServer {
        get throws(RPCError) {
            guard let server = server.withLock({ $0 }) else {
                throw RPCError(.unavailable, "the server is starting", neverStarted: true)
            }
            return server
        }
    }
}
