/// Typed calls.
extension Channel {
    /// Attempts of a call that servers refuse as never started.
    private static var attempts: Int { 3 }

    /// One message there, one back.
    public func unary<Q: Message, R: Message>(
        _ method: Method<Q, R>, _ request: Q, options: CallOptions = CallOptions()
    ) async throws(RPCError) -> R {
        let bytes = request.encoded()
        let reply = try await retrying(options) { session, _, options throws(RPCError) in
            try await session.unary(method.name, bytes, options: options)
        }
        do throws(RPCError) { return try R(decoding: reply) } catch { throw .badReply(error) }
    }

    /// One message there, a stream back. The call ends when `body` returns.
    public func serverStream<Q: Message, R: Message, Value: Sendable>(
        _ method: Method<Q, R>, _ request: Q, options: CallOptions = CallOptions(),
        _ body: (MessageReader<R>) async throws -> Value
    ) async throws -> Value {
        let bytes = request.encoded()
        let (session, endpoint, stream) = try await retrying(options) {
            session, endpoint, options throws(RPCError) in
            let stream = try await session.open(
                method.name, options: options, message: bytes, end: true)
            try await session.untilAnswered(stream: stream)
            return (session, endpoint, stream)
        }
        do {
            let value = try await body(
                MessageReader(session: session, stream: stream, endpoint: endpoint))
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
        let (session, endpoint, stream) = try await retrying(options) {
            session, endpoint, options throws(RPCError) in
            let stream = try await session.open(
                method.name, options: options, message: nil, end: false)
            return (session, endpoint, stream)
        }
        do {
            let value = try await body(
                MessageReader(session: session, stream: stream, endpoint: endpoint),
                MessageWriter(session: session, stream: stream))
            await session.cancel(stream: stream)
            return value
        } catch {
            await session.cancel(stream: stream)
            throw error
        }
    }

    /// Repeats what had no effect, on another server where there is one.
    private func retrying<Value>(
        _ options: CallOptions,
        _ operation: (Session, Endpoint, CallOptions) async throws(RPCError) -> Value
    ) async throws(RPCError) -> Value {
        let deadline = options.deadline(from: time.now)
        var tried = options.avoided
        var attempts = 0
        while true {
            attempts += 1
            let (session, endpoint) = try await pick(until: deadline, avoiding: tried)
            var left = options
            if options.timeout != nil { left.timeout = deadline - time.now }
            do throws(RPCError) { return try await operation(session, endpoint, left) } catch {
                tried.insert(endpoint)
                guard error.status.neverStarted, attempts < Self.attempts else { throw error }
                switch error.code {
                // The same server may be back at once, so it may be tried again.
                case .unavailable: continue
                case .resourceExhausted where hasEndpoint(beside: tried): continue
                default: throw error
                }
            }
        }
    }
}
