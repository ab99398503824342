import CZeroMQ
import LyreRPC
import Synchronization
import WireMessages

/// A ROUTER socket and the sessions of its clients.
///
/// `@unchecked Sendable`: everything but the constants is touched on the poller's thread only, as
/// ``Poller/assertOwned()`` checks.
final class ServerSocket: PollSource, @unchecked Sendable {
    private static let counter = Atomic<Int>(0)
    private static let budget = 256

    private let poller: Poller
    private let server: RPCServer
    private var socket: Socket
    private var monitor: Monitor
    private let access: Access?
    /// Its name at the gatekeeper.
    private let domain: String
    private var links: [[UInt8]: RouterLink] = [:]
    /// Routing ids by the descriptors of their connections.
    private var connections: [Int32: [UInt8]] = [:]
    let endpoint: Endpoint

    private init(
        _ address: String, server: RPCServer, security: ServerSecurity?, poller: Poller
    ) throws(ZMQError) {
        self.poller = poller
        self.server = server
        let socket = try Socket(poller.context, ZMQ_ROUTER)
        // Without it sends to peers that are gone "succeed".
        try socket.set(ZMQ_ROUTER_MANDATORY, 1)
        try socket.set(ZMQ_BACKLOG, 1024)
        try socket.set(ZMQ_TCP_MAXRT, 3000)
        // Clients without a handshake send no keepalive, so the system looks after them.
        try socket.set(ZMQ_TCP_KEEPALIVE, 1)
        try socket.set(ZMQ_TCP_KEEPALIVE_IDLE, 5)
        try socket.set(ZMQ_TCP_KEEPALIVE_INTVL, 2)
        try socket.set(ZMQ_TCP_KEEPALIVE_CNT, 3)
        try socket.allowIPv6(for: address)
        domain = "server-\(Self.counter.wrappingAdd(1, ordering: .relaxed).newValue)"
        access = security?.access
        if let security {
            try poller.theGatekeeper().guardDoor(domain, security.access)
            try socket.secure(as: security.keys, domain: domain)
        }
        monitor = try Monitor(of: socket, name: domain, poller.context)
        try socket.bind(address)
        endpoint = Endpoint(try socket.lastEndpoint())
        self.socket = socket
    }

    /// Binds to a numeric address; port 0 or `*` stands for any free one.
    static func bind(
        _ address: String, server: RPCServer, security: ServerSecurity?, poller: Poller
    ) async throws(RPCError) -> ServerSocket {
        let result: Result<ServerSocket, RPCError> = await withUnsafeContinuation { continuation in
            poller.perform {
                do throws(ZMQError) {
                    let socket = try ServerSocket(
                        address, server: server, security: security, poller: poller)
                    poller.add(socket)
                    continuation.resume(returning: .success(socket))
                } catch {
                    let why = error.code == EADDRINUSE ? "the port is in use already" : "\(error)"
                    continuation.resume(
                        returning: .failure(
                            RPCError(
                                .unavailable, "cannot listen on \(address): \(why)", reason: "bind")
                        ))
                }
            }
        }
        return try result.get()
    }

    /// Lets go of the socket and ends all sessions.
    func close() async {
        await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
            poller.perform {
                self.shut()
                continuation.resume()
            }
        }
    }

    /// Ends the sessions of those who may not call any more, or for something else than before.
    func dismissStrangers() async {
        await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
            poller.perform {
                for link in Array(self.links.values) where self.caller(link.key) != link.caller {
                    link.session?.assumeIsolated { $0.dismiss("your key is not allowed any more") }
                }
                continuation.resume()
            }
        }
    }

    func shut() {
        if access != nil { try? poller.theGatekeeper().leaveDoor(domain) }
        for link in Array(links.values) {
            link.session?.assumeIsolated { $0.close(.connectionLost) }
        }
        poller.remove(self)
        socket.close()
        monitor.close()
    }

    // MARK: PollSource

    var sockets: [UnsafeMutableRawPointer] { [socket.raw, monitor.raw] }

    func drain(_ place: Int) -> Bool {
        if place == 1 {
            hearOfDisconnects()
            return false
        }
        for _ in 0..<Self.budget {
            var origin = Socket.Origin()
            guard let parts = socket.receive(limit: 5, from: &origin) else { return false }
            receive(parts, from: origin)
        }
        return true
    }

    /// Ends the sessions of clients whose connections ended.
    private func hearOfDisconnects() {
        while let event = monitor.next() {
            switch event {
            case .disconnected(let connection):
                guard let id = connections.removeValue(forKey: connection) else { continue }
                links[id]?.session?.assumeIsolated { $0.close(.connectionLost) }
            case .handshakeFailed(.key): server.observe(.refused(.key, nil))
            case .handshakeFailed(.mechanism): server.observe(.refused(.mechanism, nil))
            case .handshakeFailed(.broken): server.observe(.refused(.handshake, nil))
            case .connected, .connectFailed: continue
            }
        }
    }

    func tick(_ now: Instant) {
        for link in Array(links.values) {
            link.flush()
            link.session?.assumeIsolated { $0.tick(now) }
        }
    }

    /// Routing id, perhaps a REQ socket's delimiter, header, payload.
    private func receive(_ parts: [[UInt8]], from origin: Socket.Origin) {
        guard let id = parts.first else { return }
        let hasDelimiter = parts.count == 4 && parts[1].isEmpty
        let envelope = hasDelimiter ? [id, []] : [id]
        guard parts.count == envelope.count + 2 else {
            return refuse(envelope, .frame, "a message has two frames: a header and a payload")
        }
        let frame: WireFrame
        do throws(RPCError) {
            frame = try FrameCodec.frame(header: parts[envelope.count], payload: parts.last!)
        } catch {
            return refuse(envelope, .frame, error.status.message)
        }
        guard let session = link(envelope, for: frame, from: origin)?.session else { return }
        session.assumeIsolated { $0.receive(frame) }
    }

    /// The link of a client: the one it has, or a new one when the frame begins a session.
    private func link(
        _ envelope: [[UInt8]], for frame: WireFrame, from origin: Socket.Origin
    ) -> RouterLink? {
        if let link = links[envelope[0]] {
            // A HELLO always makes a new session; what else is wrong the session tells. A client
            // chooses its routing id, and another one may have had it before.
            if case .hello = frame.body {} else if link.key == origin.key { return link }
            link.session?.assumeIsolated { $0.close(.connectionLost) }
        }
        switch frame.body {
        case .hello: break
        case .open where frame.session == 0: break
        // A RESET is never answered, or two servers could do nothing else any more.
        case .reset: return nil
        default:
            refuse(envelope, .session, "there is no such session: begin with HELLO")
            return nil
        }
        // It was let in, but may have lost its place in the list since.
        guard let caller = caller(origin.key) else {
            refuse(envelope, .key, "your key is not allowed any more")
            return nil
        }
        guard links.values.count(where: { $0.caller == caller }) < WireRules.maximumSessions else {
            let limit = "\(WireRules.maximumSessions) sessions are open"
            refuse(envelope, .sessions, "\(limit) for '\(caller.name)', which is the limit", caller)
            return nil
        }
        // The descriptor may have been that of a connection whose end we did not hear of yet.
        hearOfDisconnects()
        connections[origin.connection] = envelope[0]
        let link = RouterLink(envelope: envelope, caller: caller, key: origin.key, socket: self)
        let session = Session.server(
            server, caller: caller, link: link, executor: poller, time: poller.time)
        link.session = session
        links[envelope[0]] = link
        server.adopt(session)
        return link
    }

    /// Who has a key; without keys everybody is of this machine.
    private func caller(_ key: String?) -> Caller? {
        guard let access else { return .local }
        guard let key, let known = try? PublicKey(key) else { return nil }
        return access.caller(known)
    }

    private func refuse(
        _ envelope: [[UInt8]], _ refusal: ServerRefusal, _ reason: String, _ caller: Caller? = nil
    ) {
        server.observe(.refused(refusal, caller))
        var outbox = Outbox(envelope: envelope)
        _ = outbox.add(WireFrame(.reset(reason: reason)))
        _ = outbox.flush(on: socket)
    }

    fileprivate func flushLater(_ link: RouterLink) { poller.flushLater(link) }

    /// False when the client is gone.
    fileprivate func flush(_ outbox: inout Outbox) -> Bool {
        switch outbox.flush(on: socket) {
        case .sent: return true
        case .waiting:
            poller.wake(at: poller.time.now + .milliseconds(5))
            return true
        case .gone: return false
        }
    }

    fileprivate func wake(at instant: Instant) { poller.wake(at: instant) }

    fileprivate func forget(_ link: RouterLink) {
        poller.assertOwned()
        if links[link.id] === link { links[link.id] = nil }
    }
}

/// The way to one client of a ROUTER socket.
///
/// `@unchecked Sendable`: touched on the poller's thread only, as ``ServerSocket`` is.
final class RouterLink: FrameLink, Flushing, @unchecked Sendable {
    let id: [UInt8]
    let caller: Caller
    /// As text; nil without keys.
    let key: String?
    private var outbox: Outbox
    private weak var socket: ServerSocket?
    fileprivate(set) var session: Session?

    init(envelope: [[UInt8]], caller: Caller, key: String?, socket: ServerSocket) {
        id = envelope[0]
        self.caller = caller
        self.key = key
        outbox = Outbox(envelope: envelope)
        self.socket = socket
    }

    func send(_ frame: WireFrame) -> Bool {
        guard let socket else { return false }
        if outbox.isEmpty { socket.flushLater(self) }
        return outbox.add(frame)
    }

    func flush() {
        if socket?.flush(&outbox) == false { session?.assumeIsolated { $0.close(.connectionLost) } }
    }

    func wake(at instant: Instant) { socket?.wake(at: instant) }

    func close() {
        // What was said last still counts.
        _ = socket?.flush(&outbox)
        socket?.forget(self)
        session = nil
    }
}
