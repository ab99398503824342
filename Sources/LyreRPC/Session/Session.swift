import Synchronization

/// One connection between a client and a server, and the calls on it.
///
/// It does no I/O: frames come in by ``receive(_:)``, time by ``tick(_:)``, and leave by a
/// ``FrameLink``. It lives on its transport's executor, so that a frame, a call and a time-out never
/// meet.
public actor Session {
    enum Phase {
        case handshake(until: Instant)
        case open
        case closed(RPCError)
    }

    nonisolated let executor: any SessionExecutor
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    nonisolated let role: StreamStateMachine.Role
    let time: any TimeSource
    let link: any FrameLink
    /// What this side lets the peer send.
    let windows: Windows
    /// At a server.
    let server: RPCServer?
    /// At a server: who calls.
    nonisolated let caller: Caller
    /// At a client: what was asked for.
    let hello: Hello?

    var phase: Phase
    var id: UInt64 = 0
    var peer: Welcome?
    var peerWindows = Windows.standard
    /// A client without a handshake: no numbers, no pings, nothing that it did not ask for.
    public internal(set) var isImplicit = false
    var goneAway = false
    /// At a client the last stream opened, at a server the last one seen.
    var lastStream: UInt32 = 0
    /// Streams of a client without a handshake, by the numbers that it gave them.
    var renamed: [UInt32: UInt32] = [:]
    var calls: [UInt32: CallState] = [:]

    var outgoing = SequenceCounter()
    var incoming = SequenceCounter()
    var keepalive: Keepalive
    var connectionSend = SendWindow(0)
    var connectionReceive: ReceiveWindow
    var connectionWriters: [UnsafeContinuation<Void, Never>] = []
    /// Deadlines of calls that wait for the connection's window to be opened.
    var unopened: [UInt64: Instant] = [:]
    var nextUnopened: UInt64 = 0
    var stateWaiters: [UnsafeContinuation<Void, Never>] = []
    var lastLoad: (sent: Load, at: Instant)?

    /// The last LOAD of the server, and calls opened here since; read by balancers on any thread.
    package nonisolated let pressure = Mutex(Pressure())

    /// False once no further calls can be opened here.
    nonisolated var isUsable: Bool { pressure.withLock { $0.isUsable } }

    private init(
        role: StreamStateMachine.Role, link: any FrameLink, executor: any SessionExecutor,
        time: any TimeSource, windows: Windows, server: RPCServer?, caller: Caller, hello: Hello?,
        phase: Phase
    ) {
        self.role = role
        self.link = link
        self.executor = executor
        self.time = time
        self.windows = windows
        self.server = server
        self.caller = caller
        self.hello = hello
        self.phase = phase
        keepalive = Keepalive(now: time.now)
        connectionReceive = ReceiveWindow(windows.connection)
    }

    /// A client's session; ``connect()`` begins the handshake.
    public static func client(
        hello: Hello, link: any FrameLink, executor: any SessionExecutor,
        time: any TimeSource = SystemTime()
    ) -> Session {
        Session(
            role: .client, link: link, executor: executor, time: time, windows: hello.windows,
            server: nil, caller: .local, hello: hello,
            phase: .handshake(until: time.now + WireRules.handshakeTimeout))
    }

    /// A server's session for a client that was heard for the first time.
    public static func server(
        _ server: RPCServer, caller: Caller = .local, link: any FrameLink,
        executor: any SessionExecutor,
        time: any TimeSource = SystemTime()
    ) -> Session {
        Session(
            role: .server, link: link, executor: executor, time: time, windows: server.windows,
            server: server, caller: caller, hello: nil,
            phase: .handshake(until: time.now + WireRules.handshakeTimeout))
    }

    // MARK: Frames

    /// Numbers a frame and sends it.
    func transmit(_ body: WireFrame.Body, stream: UInt32 = 0, payload: [UInt8]? = nil) {
        let number = isImplicit ? calls[stream]?.number ?? stream : stream
        transmit(body, number: number, payload: payload)
    }

    func transmit(_ body: WireFrame.Body, number: UInt32, payload: [UInt8]? = nil) {
        let sequence = isImplicit || id == 0 ? 0 : outgoing.next()
        let frame = WireFrame(
            session: id, stream: number, sequence: sequence, body, payload: payload)
        if !link.send(frame) { close(.connectionLost) }
    }

    /// Takes a frame of the peer.
    public func receive(_ frame: WireFrame) {
        let now = time.now
        keepalive.hear(now)
        switch phase {
        case .closed: return
        case .handshake: receiveHandshake(frame)
        case .open:
            if case .reset(let reason) = frame.body { return close(.reset(reason)) }
            guard frame.session == id else { return violate("the frame is of another session") }
            if !isImplicit, !incoming.accept(frame.sequence) {
                return lose("a frame is missing before number \(frame.sequence)")
            }
            receiveOpen(frame)
        }
    }

    private func receiveOpen(_ frame: WireFrame) {
        var frame = frame
        if case .open(let open) = frame.body {
            return accept(open, number: frame.stream, payload: frame.payload)
        }
        if isImplicit { frame.stream = renamed[frame.stream] ?? 0 }
        switch frame.body {
        case .open: break
        case .data(let end): receiveData(frame, end: end)
        case .status(let status):
            receiveStatus(status, stream: frame.stream, payload: frame.payload)
        case .cancel: receiveCancel(stream: frame.stream)
        case .credit(let bytes): receiveCredit(bytes, stream: frame.stream)
        case .ping(let nonce): transmit(.pong(nonce: nonce))
        case .pong: break
        case .goAway: receiveGoAway()
        case .load(let load): receiveLoad(load)
        case .hello, .welcome: violate("a handshake came twice")
        case .reset: break
        }
    }

    // MARK: Time

    /// Does what is due: deadlines, keepalive, load reports.
    public func tick(_ now: Instant) {
        switch phase {
        case .closed: return
        case .handshake(let until):
            if now >= until { close(.handshakeTimedOut) } else { link.wake(at: until) }
            return
        case .open: break
        }
        for (stream, call) in calls where call.deadline <= now { expire(call, stream: stream) }
        if unopened.values.contains(where: { $0 <= now }) { wakeConnectionWriters() }
        if !isImplicit {
            switch keepalive.tick(now) {
            case .none: break
            case .ping: transmit(.ping(nonce: now.nanoseconds))
            case .dead: return close(.silent)
            }
            reportLoad(now)
        }
        scheduleWake(now)
    }

    private func scheduleWake(_ now: Instant) {
        var due = isImplicit ? Instant.distantFuture : keepalive.due
        if server != nil, !isImplicit { due = min(due, now + WireRules.loadInterval) }
        for call in calls.values where !call.machine.isDone { due = min(due, call.deadline) }
        for deadline in unopened.values where deadline > now { due = min(due, deadline) }
        link.wake(at: due)
    }

    /// For how long the peer has sent nothing.
    var silence: Duration { time.now - keepalive.heard }

    // MARK: The end

    /// True when a transport may forget the session.
    public var isClosed: Bool {
        if case .closed = phase { true } else { false }
    }

    /// Ends the session and all of its calls; the peer is told nothing.
    public func close(_ error: RPCError) {
        if case .closed = phase { return }
        phase = .closed(error)
        for (stream, call) in calls { end(call, stream: stream, error.status) }
        pressure.withLock { $0.isUsable = false }
        wakeConnectionWriters()
        wakeStateWaiters()
        server?.release(self)
        link.close()
    }

    /// The peer broke a rule: tell it which, and end.
    func violate(_ reason: String) {
        if case .closed = phase { return }
        _ = link.send(WireFrame(session: id, .reset(reason: reason)))
        server?.observe(.refused(.violation, caller))
        close(RPCError(.internal, "the peer broke the protocol: \(reason)", reason: "violation"))
    }

    /// Sends a client away that may not call any more.
    public func dismiss(_ reason: String) {
        if case .closed = phase { return }
        _ = link.send(WireFrame(session: id, .reset(reason: reason)))
        close(RPCError(.permissionDenied, reason, reason: "dismissed"))
    }

    private func lose(_ reason: String) {
        _ = link.send(WireFrame(session: id, .reset(reason: reason)))
        server?.observe(.lost(caller))
        close(RPCError(.dataLoss, reason, reason: "missing_frame"))
    }

    func wakeConnectionWriters() {
        for writer in connectionWriters { writer.resume() }
        connectionWriters.removeAll()
    }

    func wakeStateWaiters() {
        for waiter in stateWaiters { waiter.resume() }
        stateWaiters.removeAll()
    }
}

extension RPCError {
    public static let connectionLost = RPCError(
        .unavailable, "the connection was lost", reason: "connection_lost")
    static let silent = RPCError(
        .unavailable, "the peer has been silent for 6 seconds", reason: "silent")
    public static let handshakeTimedOut = RPCError(
        .unavailable, "the peer did not answer within 5 seconds: is it a Lyre server?",
        reason: "handshake_timeout", neverStarted: true)

    static func reset(_ reason: String) -> RPCError {
        RPCError(.unavailable, "the server ended the session: \(reason)", reason: "reset")
    }
}
