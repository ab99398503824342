/// Calls as a server serves them.
extension Session {
    /// - Parameter number: the stream, as the client counts.
    func accept(_ open: Open, number: UInt32, payload: [UInt8]?) {
        guard let server else { return violate("a server sent OPEN") }
        guard number != 0 else { return violate("stream 0 is no call") }
        if isImplicit {
            if let old = renamed[number], calls[old]?.machine.isDone == false {
                return violate("stream \(number) is open already")
            }
            lastStream &+= 1
            renamed[number] = lastStream
        } else {
            guard number > lastStream else {
                return violate("stream \(number) was opened after stream \(lastStream)")
            }
            lastStream = number
        }
        let cost = payload.map { $0.count + WireRules.frameCost } ?? 0
        guard receiveConnection(cost) else {
            return violate("more bytes came than the connection had credit for")
        }

        let admitted = admit(open, server: server)
        guard case .success(let (handler, permit)) = admitted else {
            renamed[number] = nil
            consumeConnection(cost)
            if case .failure(let error) = admitted {
                let isKnown = server.registry.handler(open.method) != nil
                server.calls.begin(isKnown ? open.method : nil, traceparent: open.traceparent)
                    .end(error.status)
                transmit(.status(error.status), number: number)
            }
            return
        }
        start(handler, of: server, permit: permit, open: open, number: number, payload: payload)
    }

    private func admit(
        _ open: Open, server: RPCServer
    ) -> Result<(Handler, AdmissionPermit?), RPCError> {
        if server.isDraining { return .failure(.draining) }
        guard let handler = server.registry.handler(open.method) else {
            let offered = server.registry.methods.map(\.name).joined(separator: ", ")
            return .failure(
                RPCError(
                    .unimplemented,
                    "there is no method '\(open.method.prefix(64))'; this server offers \(offered)",
                    reason: "no_method", neverStarted: true))
        }
        let roles = server.registry.roles(for: open.method)
        guard caller.may(call: roles) else {
            server.observe(.refused(.role, caller))
            return .failure(.forbidden(open.method, to: caller, for: roles ?? []))
        }
        let limit = isImplicit ? WireRules.maximumImplicitStreams : WireRules.maximumStreams
        guard calls.count < limit else { return .failure(.full) }
        // Unary replies do not wait for credit: who never reads them gets no more.
        guard connectionSend.balance > -WireRules.maximumDebt else { return .failure(.unread) }
        guard let admission = handler.admission else { return .success((handler, nil)) }
        guard let permit = admission.admit() else { return .failure(.full) }
        return .success((handler, permit))
    }

    private func start(
        _ handler: Handler, of server: RPCServer, permit: AdmissionPermit?, open: Open, number: UInt32, payload: [UInt8]?
    ) {
        let stream = lastStream
        // A single request is whole with its message, whether the client says so or not.
        let takesOne = !handler.method.clientStreams
        let end = open.end || (payload != nil && takesOne)
        let observed = server.calls.begin(open.method, traceparent: open.traceparent)
        let call = CallState(
            number: number, role: .server, requestEnded: end, send: peerWindows.stream,
            receive: windows.stream, observed: observed)
        call.permit = permit
        call.takesOneMessage = takesOne
        if let payload {
            _ = call.receiveWindow.receive(payload.count + WireRules.frameCost)
            call.inbound.append(payload)
        }
        if open.timeoutMilliseconds > 0 {
            call.deadline = time.now + .milliseconds(Int64(open.timeoutMilliseconds))
            link.wake(at: call.deadline)
        }
        calls[stream] = call
        let context = CallContext(observed: observed, deadline: call.deadline, time: time)
        let served = ServerCall(session: self, stream: stream, context: context)
        switch handler.execution {
        case .inline:
            call.task = Task(executorPreference: executor) { await self.serve(served, handler) }
        case .concurrent:
            call.task = Task { await Self.serveAside(served, handler) }
        }
    }

    private func serve(_ call: ServerCall, _ handler: Handler) async {
        do {
            try Task.checkCancellation()
            complete(stream: call.stream, reply: try await handler.run(call))
        } catch {
            fail(stream: call.stream, RPCError.reporting(error))
        }
    }

    private static func serveAside(_ call: ServerCall, _ handler: Handler) async {
        do {
            // It may have waited for a thread for longer than its client was willing to.
            try Task.checkCancellation()
            let reply = try await handler.run(call)
            await call.session.complete(stream: call.stream, reply: reply)
        } catch {
            await call.session.fail(stream: call.stream, RPCError.reporting(error))
        }
    }

    private func complete(stream: UInt32, reply: [UInt8]?) {
        if let reply, reply.count > WireRules.maximumPayload {
            return fail(stream: stream, .tooLarge(reply.count))
        }
        guard let call = calls[stream] else { return }
        if !call.machine.isDone {
            end(call, stream: stream, .ok)
            if let reply { connectionSend.spend(reply.count + WireRules.frameCost) }
            transmit(.status(.ok), stream: stream, payload: reply)
        }
        forget(stream: stream)
    }

    private func fail(stream: UInt32, _ error: RPCError) {
        guard let call = calls[stream] else { return }
        if !call.machine.isDone {
            end(call, stream: stream, error.status)
            if isOpen { transmit(.status(error.status), stream: stream) }
        }
        forget(stream: stream)
    }

    func receiveCancel(stream: UInt32) {
        guard role == .server else { return violate("a server sent CANCEL") }
        guard let call = calls[stream], !call.machine.isDone else { return }
        let status = Status(.cancelled, "the client gave the call up", reason: "cancelled")
        end(call, stream: stream, status)
        transmit(.status(status), stream: stream)
    }

    // MARK: Load and drain

    func reportLoad(_ now: Instant) {
        guard let server, !isImplicit else { return }
        if let lastLoad, now - lastLoad.at < WireRules.loadInterval { return }
        let load = server.load
        if load != lastLoad?.sent { transmit(.load(load)) }
        lastLoad = (load, now)
    }

    func goAway() {
        guard isOpen, !isImplicit else { return }
        transmit(.goAway(lastStream: lastStream, reason: "the server is shutting down"))
    }

    var hasCalls: Bool { !calls.isEmpty }

    func endCalls(_ error: RPCError) {
        for stream in calls.keys { fail(stream: stream, error) }
    }
}

extension RPCError {
    static let full = RPCError(
        .resourceExhausted, "the server has no room for another call", reason: "full",
        neverStarted: true, retryAfterMilliseconds: 250)
    static func forbidden(_ method: String, to caller: Caller, for roles: Set<Role>) -> RPCError {
        let needed = roles.map(\.rawValue).sorted().joined(separator: " or ")
        return RPCError(
            .permissionDenied, "'\(caller.name)' may not call \(method), which is for \(needed)",
            reason: "role", neverStarted: true)
    }

    static let unread = RPCError(
        .resourceExhausted, "the client has not read the replies that it got", reason: "unread",
        neverStarted: true, retryAfterMilliseconds: 250)
}

extension RPCError {
    static let cutShort = RPCError(
        .unavailable, "the server shut down before the call was over", reason: "draining")
}
