/// Calls as a client makes them.
extension Session {
    /// Opens a call; `message`: its first message, `end`: its last one too.
    func open(
        _ method: String, options: CallOptions, message: [UInt8]?, end: Bool
    ) async throws(RPCError) -> UInt32 {
        if let message, message.count > WireRules.maximumPayload { throw .tooLarge(message.count) }
        let deadline = options.deadline(from: time.now)
        while true {
            if case .closed(var error) = phase {
                error.status.neverStarted = true
                throw error
            }
            guard !goneAway else { throw .draining }
            guard calls.count < WireRules.maximumStreams else {
                throw RPCError(
                    .resourceExhausted, "\(calls.count) calls are open on this connection already",
                    reason: "too_many_streams", neverStarted: true)
            }
            if deadline <= time.now { throw .expiredBeforeStart }
            if message == nil || connectionSend.isOpen { break }
            await withUnsafeContinuation { connectionWriters.append($0) }
        }
        lastStream += 1
        let call = CallState(
            role: .client, requestEnded: end, send: peerWindows.stream, receive: windows.stream)
        if let message {
            call.sendWindow.spend(message.count + WireRules.frameCost)
            connectionSend.spend(message.count + WireRules.frameCost)
        }
        let stream = lastStream
        calls[stream] = call
        var timeout: UInt32 = 0
        if deadline < .distantFuture {
            call.deadline = deadline
            timeout = (deadline - time.now).millisecondsRoundedUp
            link.wake(at: deadline)
        }
        pressure.withLock {
            $0.local += 1
            $0.sinceLoad += 1
        }
        let open = Open(
            method: method, timeoutMilliseconds: timeout, traceparent: options.traceparent, end: end)
        transmit(.open(open), stream: stream, payload: message)
        return stream
    }

    /// One message there, one back.
    func unary(
        _ method: String, _ message: [UInt8], options: CallOptions
    ) async throws(RPCError) -> [UInt8] {
        let stream = try await open(method, options: options, message: message, end: true)
        defer { cancel(stream: stream) }
        let reply = try await nextOrCancel(stream: stream)
        guard let reply else {
            throw RPCError(.internal, "the server ended the call without a reply")
        }
        return reply
    }

    /// Ends a call that is not over, and tells the server.
    func interrupt(stream: UInt32) {
        guard let call = calls[stream], !call.machine.isDone else { return }
        end(call, stream: stream, Status(.cancelled, "the call was cancelled", reason: "cancelled"))
        if isOpen { transmit(.cancel, stream: stream) }
    }

    /// Ends a call, if it is not over, and forgets it.
    func cancel(stream: UInt32) {
        interrupt(stream: stream)
        forget(stream: stream)
    }

    func receiveStatus(_ status: Status, stream: UInt32, payload: [UInt8]?) {
        guard role == .client else { return violate("a client sent STATUS") }
        guard let call = calls[stream] else { return }
        if !call.machine.isDone, let payload {
            call.inbound.append(payload)
            // It never waits for credit, so it may exceed the windows.
            _ = call.receiveWindow.receive(payload.count + WireRules.frameCost)
            _ = connectionReceive.receive(payload.count + WireRules.frameCost)
        }
        end(call, stream: stream, status)
    }

    func receiveGoAway() {
        goneAway = true
        wakeStateWaiters()
    }

    func receiveLoad(_ load: Load) {
        pressure.withLock {
            $0.load = load
            $0.sinceLoad = 0
        }
    }

    /// Returns when no further calls can be opened here, with the reason.
    func untilUnusable() async -> RPCError {
        while true {
            if case .closed(let error) = phase { return error }
            if goneAway { return .draining }
            await waitForStateChange()
        }
    }

    /// Says good-bye: calls that are open are cancelled.
    public func shutdown() {
        guard !isClosed else { return }
        for stream in calls.keys { interrupt(stream: stream) }
        if isOpen { transmit(.goAway(lastStream: 0, reason: "the client has finished")) }
        close(RPCError(.cancelled, "the session was shut down", reason: "shutdown"))
    }
}

extension RPCError {
    static let draining = RPCError(
        .unavailable, "the server is shutting down", reason: "draining", neverStarted: true)
    static let expiredBeforeStart = RPCError(
        .deadlineExceeded, "the deadline passed before the call could start", reason: "deadline",
        neverStarted: true)
}
