import CLyreProto
import LyreRPC

/// Status/Metrics, to the server.
public struct MetricsRequest: Hashable, ProtobufMessage {
    public init() {}

    typealias C = Lyre__Rpc__V1__MetricsRequest
    public static var schemaName: String { "lyre.rpc.v1.MetricsRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__metrics_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__metrics_request__unpack }

    init(reading c: C) throws(RPCError) {}
    func write(to c: inout C, in arena: borrowing Arena) {}
}

/// Status/Metrics, from the server.
public struct MetricsReply: Hashable, ProtobufMessage {
    /// `lyre-decoder`.
    public var program: String
    public var version: String
    /// A random name that tells restarts apart.
    public var instance: String
    /// It takes no further calls.
    public var isDraining: Bool
    public var uptimeMicroseconds: UInt64
    /// All metrics, in Prometheus' text format 0.0.4.
    public var text: String

    public init(
        program: String, version: String, instance: String, isDraining: Bool,
        uptimeMicroseconds: UInt64, text: String
    ) {
        self.program = program
        self.version = version
        self.instance = instance
        self.isDraining = isDraining
        self.uptimeMicroseconds = uptimeMicroseconds
        self.text = text
    }

    typealias C = Lyre__Rpc__V1__MetricsReply
    public static var schemaName: String { "lyre.rpc.v1.MetricsReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__metrics_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__metrics_reply__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            program: try String(checking: c.program, "program"),
            version: try String(checking: c.version, "version"),
            instance: try String(checking: c.instance, "instance"),
            isDraining: c.draining != 0, uptimeMicroseconds: c.uptime_microseconds,
            text: try String(checking: c.text, "text"))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.program = arena.string(program)
        c.version = arena.string(version)
        c.instance = arena.string(instance)
        c.draining = isDraining ? 1 : 0
        c.uptime_microseconds = uptimeMicroseconds
        c.text = arena.string(text)
    }
}
