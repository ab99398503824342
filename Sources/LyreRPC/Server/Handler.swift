/// What a server does for one method.
public struct Handler: Sendable {
    /// Where a handler runs.
    public enum Execution: Sendable {
        /// On Swift's concurrent pool.
        case concurrent
        /// On the session's own thread, which saves two switches. It must never block or compute.
        case inline
    }

    public let method: MethodDescription
    let execution: Execution
    let admission: Admission?
    /// Returns the reply of a unary method, else nil.
    let run: @Sendable (ServerCall) async throws -> [UInt8]?
}

/// A method as reflection tells of it.
public struct MethodDescription: Hashable, Sendable {
    public let name: String
    public let clientStreams: Bool
    public let serverStreams: Bool
    public let request: String
    public let reply: String

    init<Q: Message, R: Message>(_ method: Method<Q, R>) {
        name = method.name
        clientStreams = method.clientStreams
        serverStreams = method.serverStreams
        request = Q.schemaName
        reply = R.schemaName
    }
}

/// What a handler knows of the call it serves.
public struct CallContext: Sendable {
    /// The call as it is observed: what happens in it may be noted there.
    public let observed: any ObservedCall
    public let deadline: Instant
    let time: any TimeSource

    /// W3C trace context for further calls; empty for none.
    public var traceparent: String { observed.traceparent }

    /// What is left of the deadline, or nil when there is none; handed on to further calls.
    public var remaining: Duration? {
        deadline == .distantFuture ? nil : deadline - time.now
    }
}

/// One call at a server, untyped.
struct ServerCall: Sendable {
    let session: Session
    let stream: UInt32
    let context: CallContext

    func reader<M: Message>(_: M.Type) -> MessageReader<M> {
        MessageReader(session: session, stream: stream)
    }
    func writer<M: Message>(_: M.Type) -> MessageWriter<M> {
        MessageWriter(session: session, stream: stream)
    }

    func onlyMessage<M: Message>(_: M.Type) async throws(RPCError) -> M {
        guard let bytes = try await session.nextOrCancel(stream: stream) else {
            throw RPCError(.invalidArgument, "the call came without its message")
        }
        return try M(decoding: bytes)
    }
}
