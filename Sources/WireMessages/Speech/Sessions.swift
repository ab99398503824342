import CLyreProto
import LyreRPC

/// Tokens/Sessions, to the server.
public struct SessionsRequest: Hashable, ProtobufMessage {
    public init() {}

    typealias C = Lyre__Speech__V1__SessionsRequest
    public static var schemaName: String { "lyre.speech.v1.SessionsRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__sessions_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__sessions_request__unpack }

    init(reading c: C) throws(RPCError) {}
    func write(to c: inout C, in arena: borrowing Arena) {}
}

/// Tokens/Sessions, from the server: calls of Tokens/Generate, the oldest first.
public struct SessionsReply: Hashable, ProtobufMessage {
    public var sessions: [SessionInfo]

    public init(sessions: [SessionInfo]) { self.sessions = sessions }

    typealias C = Lyre__Speech__V1__SessionsReply
    public static var schemaName: String { "lyre.speech.v1.SessionsReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__sessions_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__sessions_reply__unpack }

    init(reading c: C) throws(RPCError) { sessions = try readAll(c.sessions, count: c.n_sessions) }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.n_sessions = sessions.count
        c.sessions = arena.messages(sessions)
    }
}
