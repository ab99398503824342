/// Messages that come in, in order, for one reader. It ends with the stream, or throws its status.
public struct MessageReader<Value: Message>: AsyncSequence, Sendable {
    let session: Session
    let stream: UInt32
    /// Where the call runs; nil at a server.
    public internal(set) var endpoint: Endpoint?

    public func makeAsyncIterator() -> Iterator { Iterator(reader: self) }

    /// The next message, or nil after the last.
    public func next() async throws(RPCError) -> Value? {
        guard let bytes = try await session.nextOrCancel(stream: stream) else { return nil }
        do throws(RPCError) { return try Value(decoding: bytes) } catch {
            throw session.role == .client ? .badReply(error) : error
        }
    }

    /// Gives a client's call up: what has come can still be read, behind it comes CANCELLED.
    public func cancel() async { await session.abandon(stream: stream) }

    /// For how long the peer has sent nothing at all, in this call or another.
    public func peerSilence() async -> Duration { await session.silence }

    public struct Iterator: AsyncIteratorProtocol {
        let reader: MessageReader
        public mutating func next() async throws -> Value? { try await reader.next() }
        public mutating func next(
            isolation: isolated (any Actor)?
        ) async throws(any Error) -> Value? { try await reader.next() }
    }
}

/// Messages that go out, in order, each as soon as the peer has granted credit for it.
public struct MessageWriter<Value: Message>: Sendable {
    let session: Session
    let stream: UInt32

    /// The session's own thread, where tasks can run that send without a switch. They must never
    /// block, nor compute for long.
    public var executor: any TaskExecutor { session.executor }

    /// Throws the status of a call that has ended; one that ended well has reason `ended`.
    public func send(_ message: Value) async throws(RPCError) {
        try await session.sendOrCancel(message.encoded(), stream: stream, end: false)
    }

    /// Tells the server that no further messages will come. A handler does not need it.
    public func finish() async throws(RPCError) {
        try await session.sendOrCancel(nil, stream: stream, end: true)
    }
}

extension RPCError {
    /// A reply that is no such message is the server's fault, not that of who called.
    static func badReply(_ error: RPCError) -> RPCError {
        RPCError(
            .internal, "the server's reply is not valid: \(error.status.message)",
            reason: "bad_reply")
    }
}
