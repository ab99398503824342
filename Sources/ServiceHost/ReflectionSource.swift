import LyreRPC
import Synchronization
import WireMessages

/// What Reflection/Describe answers. The server is made after its registry, so it is told late.
final class ReflectionSource: Sendable {
    private let server = Mutex<RPCServer?>(nil)

    func settle(_ server: RPCServer) { self.server.withLock { $0 = server } }

    func reply() throws(RPCError) -> ReflectionReply {
        guard let server = server.withLock({ $0 }) else {
            throw RPCError(.unavailable, "the server is starting", neverStarted: true)
        }
        return ReflectionReply(
            instance: server.instance, schema: server.schema,
            methods: server.registry.methods.map(MethodInfo.init),
            descriptorSet: Schema.descriptorSet)
    }
}
