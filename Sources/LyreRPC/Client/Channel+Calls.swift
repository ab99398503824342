/// Typed calls.
extension Channel {
    /// Attempts of a call that servers refuse as never started.
    private static var attempts: Int { 3 }
    /// A server that wants to be left alone for longer is left to the caller.
    private static var longestPause: Duration { .milliseconds(500) }

    /// One message there, one back.
    public func unary<Q: Message, R: Message>(
        _ method: Method<Q, R>, _ request: Q, options: CallOptions = CallOptions()
    ) async throws(RPCError) -> R {
        let bytes = request.encoded()
        let observed = calls.begin(method.name, traceparent: options.traceparent)
        let (reply, endpoint) = try await retrying(options, observed) {
            session, _, options throws(RPCError) in
            try await session.unary(method.name, bytes, options: options)
        }
        let value: R
        do throws(RPCError) { value = try R(decoding: reply) } catch {
            reportFailure(of: endpoint, .badReply(error))
            observed.end(RPCError.badReply(error).status)
            throw .badReply(error)
        }
        record(.ok, of: endpoint)
        observed.end(.ok)
        return value
    }

    /// One message there, a stream back. The call ends when `body` returns.
    public func serverStream<Q: Message, R: Message, Value: Sendable>(
        _ method: Method<Q, R>, _ request: Q, options: CallOptions = CallOptions(),
        _ body: (MessageReader<R>) async throws -> Value
    ) async throws -> Value {
        let bytes = request.encoded()
        let observed = calls.begin(method.name, traceparent: options.traceparent)
        let (call, _) = try await retrying(options, observed) {
            session, endpoint, options throws(RPCError) in
            let stream = try await session.open(
                method.name, options: options, message: bytes, end: true)
            try await session.untilAnswered(stream: stream)
            return StreamCall(
                session: session, endpoint: endpoint, stream: stream, observed: observed)
        }
        return try await run(call) { try await body(call.reader()) }
    }

    /// Streams both ways. The call ends when `body` returns.
    public func bidirectional<Q: Message, R: Message, Value: Sendable>(
        _ method: Method<Q, R>, options: CallOptions = CallOptions(),
        _ body: (MessageReader<R>, MessageWriter<Q>) async throws -> Value
    ) async throws -> Value {
        let observed = calls.begin(method.name, traceparent: options.traceparent)
        let (call, _) = try await retrying(options, observed) {
            session, endpoint, options throws(RPCError) in
            StreamCall(
                session: session, endpoint: endpoint,
                stream: try await session.open(
                    method.name, options: options, message: nil, end: false),
                observed: observed)
        }
        return try await run(call) { try await body(call.reader(), call.writer()) }
    }

    /// Runs what uses a stream, and ends it. What tells of its server is the status that the stream
    /// had, not the error of `body`, which may be that of another call.
    private func run<Value: Sendable>(
        _ call: StreamCall, _ body: () async throws -> Value
    ) async throws -> Value {
        let result: Result<Value, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        let status = await call.session.cancel(stream: call.stream)
        record(status, of: call.endpoint)
        call.observed.end(status ?? .leftEarly)
        return try result.get()
    }

    /// Repeats what had no effect, on another server where there is one. What fails is observed to
    /// end here; who is given a value says when it has.
    private func retrying<Value>(
        _ options: CallOptions, _ observed: any ObservedCall,
        _ operation: (Session, Endpoint, CallOptions) async throws(RPCError) -> Value
    ) async throws(RPCError) -> (Value, Endpoint) {
        do throws(RPCError) {
            var options = options
            options.traceparent = observed.traceparent
            return try await retrying(options, operation)
        } catch {
            observed.end(error.status)
            throw error
        }
    }

    private func retrying<Value>(
        _ options: CallOptions,
        _ operation: (Session, Endpoint, CallOptions) async throws(RPCError) -> Value
    ) async throws(RPCError) -> (Value, Endpoint) {
        begin()
        let deadline = options.deadline(from: time.now)
        var tried = options.avoided
        var attempts = 0
        var backoff = Backoff()
        var random = SystemRandomNumberGenerator()
        while true {
            attempts += 1
            let (session, endpoint) = try await pick(until: deadline, avoiding: tried)
            var left = options
            if options.timeout != nil { left.timeout = deadline - time.now }
            do throws(RPCError) {
                return (try await operation(session, endpoint, left), endpoint)
            } catch {
                record(error.status, of: endpoint)
                tried.insert(endpoint)
                guard error.status.neverStarted, attempts < Self.attempts,
                    isWorthRepeating(error, beside: tried)
                else { throw error }
                // The same server may be back at once, so it may be tried again, after a while.
                let pause =
                    hasEndpoint(beside: tried)
                    ? .zero : max(backoff.next(using: &random), error.status.retryAfter)
                guard pause <= Self.longestPause, time.now + pause < deadline, takeRetry()
                else { throw error }
                if pause > .zero {
                    do { try await Task.sleep(for: pause) } catch { throw .cancelledBeforeStart }
                }
            }
        }
    }

    /// A server that is full sends its calls to those alone that are not: else every client would
    /// make several calls of each one that there is no room for.
    private func isWorthRepeating(_ error: RPCError, beside tried: Set<Endpoint>) -> Bool {
        switch error.code {
        case .unavailable: true
        case .resourceExhausted: hasEndpoint(beside: tried, hasRoom: true)
        default: false
        }
    }
}

/// A stream at the client that has been opened.
private struct StreamCall: Sendable {
    let session: Session
    let endpoint: Endpoint
    let stream: UInt32
    let observed: any ObservedCall

    func reader<M: Message>() -> MessageReader<M> {
        MessageReader(session: session, stream: stream, endpoint: endpoint)
    }
    func writer<M: Message>() -> MessageWriter<M> {
        MessageWriter(session: session, stream: stream)
    }
}

extension Status {
    fileprivate static let leftEarly = Status(.cancelled, "the caller wanted no more")

    fileprivate var retryAfter: Duration { .milliseconds(Int64(retryAfterMilliseconds)) }
}
