/// Calls as a client makes them.
extension Session {
    /// Opens a call; `message`: its first message, `end`: its last one too.
    func open(
        _ method: String, options: CallOptions, message: [UInt8]?, end: Bool
    ) async throws(RPCError) -> UInt32 {
        let deadline = options.deadline(from: time.now)
        do throws(RPCError) {
            if let message, message.count > WireRules.maximumPayload {
                throw .tooLarge(message.count)
            }
            while try mustWait(deadline: deadline, hasMessage: message != nil) {
                await untilOpenable(deadline: deadline)
            }
        } catch {
            pressure.withLock { $0.giveUp() }
            throw error
        }
        lastStream += 1
        if lastStream == WireRules.lastStream { goAwayHere() }
        let call = CallState(
            number: lastStream, role: .client, requestEnded: end, send: peerWindows.stream,
            receive: windows.stream)
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
        call.openedAt = pressure.withLock { $0.open() }
        let open = Open(
            method: method, timeoutMilliseconds: timeout, traceparent: options.traceparent, end: end)
        transmit(.open(open), stream: stream, payload: message)
        return stream
    }

    /// Whether a call has to wait for room in the connection's window before it can be opened.
    private func mustWait(deadline: Instant, hasMessage: Bool) throws(RPCError) -> Bool {
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
        if !hasMessage || connectionSend.isOpen { return false }
        if Task.isCancelled { throw .cancelledBeforeStart }
        return true
    }

    /// Waits until the connection's window, the session or the task have changed, at most until the
    /// deadline.
    private func untilOpenable(deadline: Instant) async {
        let place = nextUnopened
        nextUnopened += 1
        unopened[place] = deadline
        link.wake(at: deadline)
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                if connectionSend.isOpen || Task.isCancelled || goneAway || isClosed {
                    continuation.resume()
                } else {
                    connectionWriters.append(continuation)
                }
            }
        } onCancel: {
            Task { await self.wakeConnectionWriters() }
        }
        unopened[place] = nil
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

    /// ``next(stream:)`` that gives the call up when the task around it is cancelled.
    func nextOrCancel(stream: UInt32) async throws(RPCError) -> [UInt8]? {
        // What is here already needs no guard against cancellation.
        if calls[stream]?.inbound.isEmpty == false { return try await next(stream: stream) }
        let result: Result<[UInt8]?, RPCError> = await withTaskCancellationHandler {
            do throws(RPCError) { return .success(try await next(stream: stream)) } catch {
                return .failure(error)
            }
        } onCancel: {
            Task { await self.abandon(stream: stream) }
        }
        return try result.get()
    }

    /// ``send(_:stream:end:)`` that gives the call up when the task around it is cancelled.
    func sendOrCancel(_ payload: [UInt8]?, stream: UInt32, end: Bool) async throws(RPCError) {
        let result: Result<Void, RPCError> = await withTaskCancellationHandler {
            do throws(RPCError) { return .success(try await send(payload, stream: stream, end: end)) }
            catch { return .failure(error) }
        } onCancel: {
            Task { await self.abandon(stream: stream) }
        }
        try result.get()
    }

    /// The task that reads or writes was cancelled. A client gives its call up; at a server only that
    /// one operation ends, for a handler may cancel a part of itself.
    func abandon(stream: UInt32) {
        if role == .client { return interrupt(stream: stream) }
        calls[stream]?.wakeAll()
        wakeConnectionWriters()
    }

    /// Ends a call that is not over, and tells the server.
    func interrupt(stream: UInt32) {
        guard let call = calls[stream], !call.machine.isDone else { return }
        end(call, stream: stream, Status(.cancelled, "the call was cancelled", reason: "cancelled"))
        if isOpen { transmit(.cancel, stream: stream) }
    }

    /// Ends a call, if it is not over, and forgets it; its status.
    @discardableResult
    func cancel(stream: UInt32) -> Status? {
        interrupt(stream: stream)
        let status = calls[stream]?.machine.status
        forget(stream: stream)
        return status
    }

    func receiveStatus(_ status: Status, stream: UInt32, payload: [UInt8]?) {
        guard role == .client else { return violate("a client sent STATUS") }
        let cost = payload.map { $0.count + WireRules.frameCost } ?? 0
        // It never waits for credit, so it may exceed the windows.
        _ = receiveConnection(cost)
        guard let call = calls[stream], !call.machine.isDone else { return consumeConnection(cost) }
        if let payload {
            _ = call.receiveWindow.receive(cost)
            call.inbound.append(payload)
        }
        end(call, stream: stream, status)
    }

    func receiveGoAway() {
        guard role == .client else { return }
        retire()
    }

    /// Takes no further calls, and says good-bye once those at work have ended.
    public func retire() {
        goAwayHere()
        if calls.isEmpty { shutdown() }
    }

    private func goAwayHere() {
        goneAway = true
        pressure.withLock { $0.isUsable = false }
        wakeConnectionWriters()
        wakeStateWaiters()
    }

    /// Waits until the server has answered a call with anything; throws when it refused the call as
    /// never started, and forgets the call then.
    func untilAnswered(stream: UInt32) async throws(RPCError) {
        await withTaskCancellationHandler {
            while let call = calls[stream], call.inbound.isEmpty, call.machine.isReadable {
                await untilReadable(call)
            }
        } onCancel: {
            Task { await self.abandon(stream: stream) }
        }
        guard let status = calls[stream]?.machine.status, status.neverStarted else { return }
        forget(stream: stream)
        throw RPCError(status)
    }

    func receiveLoad(_ load: Load) {
        pressure.withLock { $0.report(load) }
    }

    /// Returns when no further calls can be opened here, with the reason, or when the task is
    /// cancelled.
    func untilUnusable() async -> RPCError {
        await withTaskCancellationHandler {
            while true {
                if case .closed(let error) = phase { return error }
                if goneAway || Task.isCancelled { return .draining }
                await withUnsafeContinuation { continuation in
                    let isOver = goneAway || isClosed || Task.isCancelled
                    if isOver { continuation.resume() } else { stateWaiters.append(continuation) }
                }
            }
        } onCancel: {
            Task { await self.wakeStateWaiters() }
        }
    }

    /// Says good-bye: calls that are open are cancelled.
    public func shutdown() {
        guard !isClosed else { return }
        for stream in calls.keys { interrupt(stream: stream) }
        if isOpen { transmit(.goAway(lastStream: 0, reason: "the client has finished")) }
        // A call that comes too late may go elsewhere.
        close(goneAway ? .draining : RPCError(.cancelled, "the session was shut down", reason: "shutdown"))
    }
}

extension RPCError {
    static let draining = RPCError(
        .unavailable, "the server is shutting down", reason: "draining", neverStarted: true)
    static let cancelledBeforeStart = RPCError(
        .cancelled, "the call was cancelled", reason: "cancelled", neverStarted: true)
    static let expiredBeforeStart = RPCError(
        .deadlineExceeded, "the deadline passed before the call could start", reason: "deadline",
        neverStarted: true)
}
