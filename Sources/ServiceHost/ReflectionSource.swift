import LyreRPC
import WireMessages

extension ReflectionReply {
    /// What Reflection/Describe answers.
    init(_ server: RPCServer) {
        self.init(
            instance: server.instance, schema: server.schema,
            methods: server.registry.methods.map(MethodInfo.init),
            descriptorSet: Schema.descriptorSet)
    }
}
