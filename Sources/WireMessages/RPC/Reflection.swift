import CLyreProto
import LyreRPC

/// Reflection/Describe, to the server.
public struct ReflectionRequest: Hashable, ProtobufMessage {
    public init() {}

    typealias C = Lyre__Rpc__V1__ReflectionRequest
    public static var schemaName: String { "lyre.rpc.v1.ReflectionRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__reflection_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__reflection_request__unpack }

    init(reading c: C) throws(RPCError) {}
    func write(to c: inout C, in arena: borrowing Arena) {}
}

/// Reflection/Describe, from the server.
public struct ReflectionReply: Hashable, ProtobufMessage {
    public var instance: String
    public var schema: UInt64
    public var methods: [MethodInfo]
    /// A google.protobuf.FileDescriptorSet.
    public var descriptorSet: [UInt8]

    public init(instance: String, schema: UInt64, methods: [MethodInfo], descriptorSet: [UInt8]) {
        self.instance = instance
        self.schema = schema
        self.methods = methods
        self.descriptorSet = descriptorSet
    }

    typealias C = Lyre__Rpc__V1__ReflectionReply
    public static var schemaName: String { "lyre.rpc.v1.ReflectionReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__reflection_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__reflection_reply__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            instance: try String(checking: c.instance, "instance"), schema: c.schema,
            methods: try readAll(c.methods, count: c.n_methods),
            descriptorSet: [UInt8](copying: c.descriptor_set))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.instance = arena.string(instance)
        c.schema = schema
        c.n_methods = methods.count
        c.methods = arena.messages(methods)
        c.descriptor_set = arena.bytes(descriptorSet)
    }
}

/// A method that a server offers.
public struct MethodInfo: Hashable, ProtobufMessage {
    public var name: String
    public var clientStreams: Bool
    public var serverStreams: Bool
    public var request: String
    public var reply: String

    public init(_ method: MethodDescription) {
        name = method.name
        clientStreams = method.clientStreams
        serverStreams = method.serverStreams
        request = method.request
        reply = method.reply
    }

    typealias C = Lyre__Rpc__V1__MethodInfo
    public static var schemaName: String { "lyre.rpc.v1.MethodInfo" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__method_info__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__method_info__unpack }

    init(reading c: C) throws(RPCError) {
        name = try String(checking: c.name, "name")
        clientStreams = c.client_streams != 0
        serverStreams = c.server_streams != 0
        request = try String(checking: c.request, "request")
        reply = try String(checking: c.reply, "reply")
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.name = arena.string(name)
        c.client_streams = clientStreams ? 1 : 0
        c.server_streams = serverStreams ? 1 : 0
        c.request = arena.string(request)
        c.reply = arena.string(reply)
    }
}
