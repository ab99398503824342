/// What client and server do alike with a call: read, write, end.
extension Session {
    /// Sends a message, as soon as there is credit for it.
    func send(_ payload: [UInt8]?, stream: UInt32, end: Bool) async throws(RPCError) {
        if let payload, payload.count > WireRules.maximumPayload { throw .tooLarge(payload.count) }
        while true {
            guard let call = calls[stream] else { throw closedError }
            if let status = call.machine.status {
                guard status.code == .ok else { throw RPCError(status) }
                // A server that had all it wanted need not be told that there is no more.
                if payload == nil { return }
                throw .endedWell
            }
            guard call.machine.maySend else {
                throw RPCError(.internal, "a message was sent after the last one of its stream")
            }
            if payload == nil { break }
            if !call.sendWindow.isOpen || !connectionSend.isOpen {
                if isCancelledHandler { throw .handlerCancelled }
                let began = time.now
                await untilWritable(call)
                call.observed?.stalled(time.now - began)
            } else {
                call.sendWindow.spend(payload!.count + WireRules.frameCost)
                connectionSend.spend(payload!.count + WireRules.frameCost)
                break
            }
        }
        calls[stream]?.machine.sendData(end: end)
        transmit(.data(end: end), stream: stream, payload: payload)
    }

    /// The next message, or nil after the last one of a stream that ended well.
    func next(stream: UInt32) async throws(RPCError) -> [UInt8]? {
        while true {
            guard let call = calls[stream] else { throw closedError }
            if let message = call.inbound.popFirst() {
                consume(message.count, call: call, stream: stream)
                return message
            }
            if let status = call.machine.status {
                if status.code == .ok { return nil }
                throw RPCError(status)
            }
            if !call.machine.isReadable { return nil }
            if isCancelledHandler { throw .handlerCancelled }
            await untilReadable(call)
        }
    }

    // The executor may run other jobs between a look and the continuation that waits for a change,
    // so these look once more: what changed before would not wake them.

    func untilReadable(_ call: CallState) async {
        await withUnsafeContinuation { continuation in
            guard call.inbound.isEmpty, call.machine.isReadable, !isCancelledHandler else {
                return continuation.resume()
            }
            precondition(call.reader == nil, "one reader a stream")
            call.reader = continuation
        }
    }

    private func untilWritable(_ call: CallState) async {
        await withUnsafeContinuation { continuation in
            if call.machine.isDone || isCancelledHandler {
                continuation.resume()
            } else if !call.sendWindow.isOpen {
                call.writers.append(continuation)
            } else if !connectionSend.isOpen {
                connectionWriters.append(continuation)
            } else {
                continuation.resume()
            }
        }
    }

    /// At a server a cancelled part of a handler stops to wait; a client's call ends as a whole.
    private var isCancelledHandler: Bool { role == .server && Task.isCancelled }

    /// Grants credit for bytes that were read.
    private func consume(_ count: Int, call: CallState, stream: UInt32) {
        let cost = count + WireRules.frameCost
        if let bytes = call.receiveWindow.consume(cost), call.machine.isReadable, isOpen {
            transmit(.credit(bytes: bytes), stream: stream)
        }
        consumeConnection(cost)
    }

    /// Accounts for bytes that came. False when the peer had no credit left to send them.
    func receiveConnection(_ cost: Int) -> Bool {
        isImplicit || cost == 0 || connectionReceive.receive(cost)
    }

    /// A client without a handshake knows no window of the connection: a REQ socket would take a
    /// CREDIT for its reply.
    func consumeConnection(_ cost: Int) {
        guard !isImplicit, let bytes = connectionReceive.consume(cost), isOpen else { return }
        transmit(.credit(bytes: bytes))
    }

    var isOpen: Bool {
        if case .open = phase { true } else { false }
    }

    var closedError: RPCError {
        if case .closed(let error) = phase {
            error
        } else {
            RPCError(.cancelled, "the call was given up")
        }
    }

    // MARK: Frames of a call

    func receiveData(_ frame: WireFrame, end: Bool) {
        let cost = frame.payload.map { $0.count + WireRules.frameCost } ?? 0
        guard receiveConnection(cost) else {
            return violate("more bytes came than the connection had credit for")
        }
        guard let call = calls[frame.stream] else {
            guard isImplicit || (frame.stream <= lastStream && frame.stream != 0) else {
                return violate("a message came for stream \(frame.stream), which was never opened")
            }
            return consumeConnection(cost)
        }
        let hasMessage = frame.payload != nil
        let isLast = end || (call.takesOneMessage && hasMessage)
        switch call.machine.receiveData(end: isLast, hasMessage: hasMessage) {
        case .violation(let reason): violate(reason)
        case .drop: consumeConnection(cost)
        case .deliver:
            if cost > 0, !call.receiveWindow.receive(cost) {
                return violate("more bytes came than stream \(frame.stream) had credit for")
            }
            if let payload = frame.payload { call.inbound.append(payload) }
            call.reader?.resume()
            call.reader = nil
        }
    }

    func receiveCredit(_ bytes: UInt32, stream: UInt32) {
        if stream == 0 {
            connectionSend.grant(bytes)
            wakeConnectionWriters()
        } else if let call = calls[stream] {
            call.sendWindow.grant(bytes)
            call.wakeWriters()
        }
    }

    /// Ends a call here; the caller tells the peer, if it has to know.
    func end(_ call: CallState, stream: UInt32, _ status: Status) {
        guard call.machine.finish(status) else { return }
        call.observed?.end(status)
        call.task?.cancel()
        call.wakeAll()
        if role == .client { pressure.withLock { $0.close(openedAt: call.openedAt) } }
        // Streams that wait for the connection's window look again, to notice their end.
        wakeConnectionWriters()
    }

    func expire(_ call: CallState, stream: UInt32) {
        guard !call.machine.isDone else { return }
        let status = Status(
            .deadlineExceeded, "the call's deadline has passed", reason: "deadline")
        end(call, stream: stream, status)
        transmit(role == .client ? .cancel : .status(status), stream: stream)
    }

    /// Forgets a call: its reader or its handler is through with it.
    func forget(stream: UInt32) {
        guard let call = calls.removeValue(forKey: stream) else { return }
        if isImplicit, renamed[call.number] == stream { renamed[call.number] = nil }
        for message in call.inbound { consumeConnection(message.count + WireRules.frameCost) }
        if role == .client, goneAway, calls.isEmpty { shutdown() }
    }
}

extension RPCError {
    static let endedWell = RPCError(
        .cancelled, "the server has ended the call and takes no further messages", reason: "ended")

    static let handlerCancelled = RPCError(
        .cancelled, "the task was cancelled", reason: "cancelled")

    static func tooLarge(_ count: Int) -> RPCError {
        RPCError(
            .resourceExhausted, "a message of \(count) bytes exceeds the limit of 1 MiB",
            reason: "message_too_large")
    }
}
