/// What client and server do alike with a call: read, write, end.
extension Session {
    /// Sends a message, as soon as there is credit for it.
    func send(_ payload: [UInt8]?, stream: UInt32, end: Bool) async throws(RPCError) {
        if let payload, payload.count > WireRules.maximumPayload { throw .tooLarge(payload.count) }
        while true {
            guard let call = calls[stream] else { throw closedError }
            if let status = call.machine.status { throw RPCError(status) }
            guard call.machine.maySend else {
                throw RPCError(.internal, "a message was sent after the last one of its stream")
            }
            if payload == nil { break }
            if Task.isCancelled { throw .taskCancelled }
            if !call.sendWindow.isOpen {
                await withUnsafeContinuation { call.writers.append($0) }
            } else if !connectionSend.isOpen {
                await withUnsafeContinuation { connectionWriters.append($0) }
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
            if Task.isCancelled { throw .taskCancelled }
            precondition(call.reader == nil, "one reader a stream")
            await withUnsafeContinuation { call.reader = $0 }
        }
    }

    /// ``next(stream:)`` that returns when the task around it is cancelled.
    func nextOrCancel(stream: UInt32) async throws(RPCError) -> [UInt8]? {
        let result: Result<[UInt8]?, RPCError> = await withTaskCancellationHandler {
            do throws(RPCError) { return .success(try await next(stream: stream)) } catch {
                return .failure(error)
            }
        } onCancel: {
            Task { await self.abandon(stream: stream) }
        }
        return try result.get()
    }

    /// ``send(_:stream:end:)`` that returns when the task around it is cancelled.
    func sendOrCancel(_ payload: [UInt8]?, stream: UInt32, end: Bool) async throws(RPCError) {
        let result: Result<Void, RPCError> = await withTaskCancellationHandler {
            do throws(RPCError) { return .success(try await send(payload, stream: stream, end: end)) }
            catch { return .failure(error) }
        } onCancel: {
            Task { await self.abandon(stream: stream) }
        }
        try result.get()
    }

    /// The task that reads or writes was cancelled: at a client that gives the call up, at a server
    /// it is only this task that goes on.
    private func abandon(stream: UInt32) {
        if role == .client { interrupt(stream: stream) } else { calls[stream]?.wakeAll() }
    }

    /// Grants credit for bytes that were read.
    private func consume(_ count: Int, call: CallState, stream: UInt32) {
        let cost = count + WireRules.frameCost
        if let bytes = call.receiveWindow.consume(cost), call.machine.isReadable, isOpen {
            transmit(.credit(bytes: bytes), stream: stream)
        }
        consumeConnection(cost)
    }

    func consumeConnection(_ cost: Int) {
        if let bytes = connectionReceive.consume(cost), isOpen { transmit(.credit(bytes: bytes)) }
    }

    var isOpen: Bool {
        if case .open = phase { true } else { false }
    }

    var closedError: RPCError {
        if case .closed(let error) = phase { error } else {
            RPCError(.cancelled, "the call was given up")
        }
    }

    // MARK: Frames of a call

    func receiveData(_ frame: WireFrame, end: Bool) {
        let cost = frame.payload.map { $0.count + WireRules.frameCost } ?? 0
        if cost > 0, !connectionReceive.receive(cost) {
            return violate("more bytes came than the connection had credit for")
        }
        guard let call = calls[frame.stream] else {
            guard frame.stream <= lastStream, frame.stream != 0 else {
                return violate("a message came for stream \(frame.stream), which was never opened")
            }
            return consumeConnection(cost)
        }
        switch call.machine.receiveData(end: end) {
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
            for writer in connectionWriters { writer.resume() }
            connectionWriters.removeAll()
        } else if let call = calls[stream] {
            call.sendWindow.grant(bytes)
            call.wakeWriters()
        }
    }

    /// Ends a call here; the caller tells the peer, if it has to know.
    func end(_ call: CallState, stream: UInt32, _ status: Status) {
        guard call.machine.finish(status) else { return }
        call.task?.cancel()
        call.wakeAll()
        if role == .client {
            pressure.withLock { $0.local -= 1 }
            // Streams that wait for the connection's window look again, to notice their end.
            for writer in connectionWriters { writer.resume() }
            connectionWriters.removeAll()
        }
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
        for message in call.inbound { consumeConnection(message.count + WireRules.frameCost) }
    }
}

extension RPCError {
    static let taskCancelled = RPCError(
        .cancelled, "the call was cancelled", reason: "cancelled")

    static func tooLarge(_ count: Int) -> RPCError {
        RPCError(
            .resourceExhausted, "a message of \(count) bytes exceeds the limit of 1 MiB",
            reason: "message_too_large", neverStarted: true)
    }
}
