/// Typed calls.
extension Channel {
    /// Attempts of a call that servers refuse as never started.
    private static var attempts: Int { 3 }

    /// One message there, one back.
    public func unary<Q: Message, R: Message>(
        _ method: Method<Q, R>, _ request: Q, options: CallOptions = CallOptions()
    ) async throws(RPCError) -> R {
        let bytes = request.encoded()
        let deadline = options.deadline(from: SystemTime().now)
        return try R(
            decoding: await retrying(until: deadline) { session throws(RPCError) in
                try await session.unary(method.name, bytes, options: options)
            })
    }

    /// One message there, a stream back. The call ends when `body` returns.
    public func serverStream<Q: Message, R: Message, Value: Sendable>(
        _ method: Method<Q, R>, _ request: Q, options: CallOptions = CallOptions(),
        _ body: (MessageReader<R>) async throws -> Value
    ) async throws -> Value {
        let bytes = request.encoded()
        let (session, stream) = try await open(method.name, options, message: bytes, end: true)
        do {
            let value = try await body(MessageReader(session: session, stream: stream))
            await session.cancel(stream: stream)
            return value
        } catch {
            await session.cancel(stream: stream)
            throw error
        }
    }

    /// Streams both ways. The call ends when `body` returns.
    public func bidirectional<Q: Message, R: Message, Value: Sendable>(
        _ method: Method<Q, R>, options: CallOptions = CallOptions(),
        _ body: (MessageReader<R>, MessageWriter<Q>) async throws -> Value
    ) async throws -> Value {
        let (session, stream) = try await open(method.name, options, message: nil, end: false)
        do {
            let value = try await body(
                MessageReader(session: session, stream: stream),
                MessageWriter(session: session, stream: stream))
            await session.cancel(stream: stream)
            return value
        } catch {
            await session.cancel(stream: stream)
            throw error
        }
    }

    private func open(
        _ method: String, _ options: CallOptions, message: [UInt8]?, end: Bool
    ) async throws(RPCError) -> (Session, UInt32) {
        try await retrying(until: options.deadline(from: SystemTime().now)) {
            session throws(RPCError) in
            (session, try await session.open(method, options: options, message: message, end: end))
        }
    }

    /// Repeats what had no effect, on another session where there is one.
    private func retrying<Value>(
        until deadline: Instant, _ operation: (Session) async throws(RPCError) -> Value
    ) async throws(RPCError) -> Value {
        var attempt = 1
        while true {
            let session = try await pick(until: deadline)
            do throws(RPCError) { return try await operation(session) } catch {
                let mayRetry = error.status.neverStarted && error.code != .deadlineExceeded
                    && error.code != .unimplemented
                guard mayRetry, attempt < Self.attempts, readyEndpoints.count > 1 || error.code == .unavailable
                else { throw error }
                attempt += 1
            }
        }
    }
}
