import CLyreProto
import LyreRPC

/// Health/Check and Health/Watch, to the server.
public struct HealthRequest: Hashable, ProtobufMessage {
    /// Empty: the server as a whole.
    public var service: String

    public init(service: String = "") { self.service = service }

    typealias C = Lyre__Rpc__V1__HealthRequest
    public static var schemaName: String { "lyre.rpc.v1.HealthRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__health_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__health_request__unpack }

    init(reading c: C) throws(RPCError) { service = try String(checking: c.service, "service") }

    func write(to c: inout C, in arena: borrowing Arena) { c.service = arena.string(service) }
}

/// Health/Check and Health/Watch, from the server.
public struct HealthReply: Hashable, ProtobufMessage {
    public enum ServingStatus: UInt32, Sendable {
        case unknown = 0
        case serving = 1
        case notServing = 2
        case serviceUnknown = 3
    }

    public var status: ServingStatus

    public init(status: ServingStatus) { self.status = status }

    typealias C = Lyre__Rpc__V1__HealthReply
    public static var schemaName: String { "lyre.rpc.v1.HealthReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__rpc__v1__health_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__rpc__v1__health_reply__unpack }

    init(reading c: C) throws(RPCError) {
        status = ServingStatus(rawValue: UInt32(c.status.rawValue)) ?? .unknown
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.status = .init(rawValue: .init(status.rawValue))
    }
}
