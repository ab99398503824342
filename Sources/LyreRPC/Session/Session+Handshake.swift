/// HELLO and WELCOME, or the OPEN of a client that does without.
extension Session {
    /// Sends HELLO; returns once the server has welcomed it.
    public func connect() async throws(RPCError) -> Welcome {
        guard let hello else { preconditionFailure("only clients connect") }
        link.wake(at: time.now + WireRules.handshakeTimeout)
        transmit(.hello(hello))
        while true {
            switch phase {
            case .closed(let error): throw error
            case .open: return peer!
            case .handshake:
                await withUnsafeContinuation { continuation in
                    if case .handshake = phase {
                        stateWaiters.append(continuation)
                    } else {
                        continuation.resume()
                    }
                }
            }
        }
    }

    func receiveHandshake(_ frame: WireFrame) {
        switch (role, frame.body) {
        case (_, .reset(let reason)):
            close(RPCError(.failedPrecondition, reason, reason: "refused", neverStarted: true))
        case (.client, .welcome(let welcome)): receive(welcome, session: frame.session)
        case (.server, .hello(let hello)): welcome(hello)
        case (.server, .open) where frame.session == 0:
            isImplicit = true
            begin(peerWindows: .standard)
            receive(frame)
        default: violate("a session begins with HELLO, or with OPEN in session 0")
        }
    }

    private func receive(_ welcome: Welcome, session: UInt64) {
        guard WireRules.versions.contains(welcome.version) else {
            return violate("this client cannot speak version \(welcome.version)")
        }
        guard session != 0 else { return violate("WELCOME came without a session") }
        id = session
        peer = welcome
        begin(peerWindows: welcome.windows)
    }

    private func welcome(_ hello: Hello) {
        guard let server else { return }
        guard let version = server.version(for: hello.versions) else {
            let (low, high) = (WireRules.versions.lowerBound, WireRules.versions.upperBound)
            return refuse("this server speaks protocol versions \(low) to \(high) only")
        }
        guard hello.service.isEmpty || server.registry.offers(service: hello.service) else {
            let offered = server.registry.services.joined(separator: ", ")
            return refuse("this server does not offer \(hello.service.prefix(64)), only \(offered)")
        }
        guard hello.windows.isAllowed else {
            return refuse("a window may be at most 16 MiB for a stream and 64 MiB for the connection")
        }
        id = .random(in: 1...(.max))
        let answer = Welcome(
            version: version, instance: server.instance, schema: server.schema, windows: windows)
        // WELCOME makes the numbers begin, so it has none itself.
        guard link.send(WireFrame(session: id, .welcome(answer))) else { return close(.connectionLost) }
        begin(peerWindows: hello.windows)
        if server.isDraining { goAway() }
        reportLoad(time.now)
    }

    private func refuse(_ reason: String) {
        _ = link.send(WireFrame(.reset(reason: reason)))
        close(RPCError(.failedPrecondition, reason, reason: "refused"))
    }

    private func begin(peerWindows: Windows) {
        self.peerWindows = peerWindows
        connectionSend = isImplicit ? .unbounded : SendWindow(peerWindows.connection)
        phase = .open
        wakeStateWaiters()
        tick(time.now)
    }
}
