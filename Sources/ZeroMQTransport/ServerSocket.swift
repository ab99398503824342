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
    private let socket: Socket
    private let monitor: Monitor
    private var links: [[UInt8]: RouterLink] = [:]
    let endpoint: Endpoint

    private init(_ address: String, server: RPCServer, poller: Poller) throws(ZMQError) {
        self.poller = poller
        self.server = server
        let socket = try Socket(poller.context, ZMQ_ROUTER)
        // Without it sends to peers that are gone "succeed".
        try socket.set(ZMQ_ROUTER_MANDATORY, 1)
        try socket.set(ZMQ_SNDHWM, 10_000)
        try socket.set(ZMQ_RCVHWM, 10_000)
        try socket.set(ZMQ_BACKLOG, 1024)
        try socket.set(ZMQ_TCP_MAXRT, 3000)
        let name = "server-\(Self.counter.wrappingAdd(1, ordering: .relaxed).newValue)"
        monitor = try Monitor(of: socket, name: name, poller.context)
        try socket.bind(address)
        endpoint = Endpoint(try socket.lastEndpoint())
        self.socket = socket
    }

    /// Binds to a numeric address; port 0 or `*` stands for any free one.
    static func bind(
        _ address: String, server: RPCServer, poller: Poller
    ) async throws(RPCError) -> ServerSocket {
        let result: Result<ServerSocket, RPCError> = await withUnsafeContinuation { continuation in
            poller.perform {
                do throws(ZMQError) {
                    let socket = try ServerSocket(address, server: server, poller: poller)
                    poller.add(socket)
                    continuation.resume(returning: .success(socket))
                } catch {
                    let why = error.code == EADDRINUSE ? "the port is in use already" : "\(error)"
                    continuation.resume(
                        returning: .failure(
                            RPCError(.unavailable, "cannot listen on \(address): \(why)", reason: "bind")))
                }
            }
        }
        return try result.get()
    }

    /// Lets go of the socket and ends all sessions.
    func close() async {
        await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
            poller.perform {
                for link in Array(self.links.values) {
                    link.session?.assumeIsolated { $0.close(.connectionLost) }
                }
                self.poller.remove(self)
                continuation.resume()
            }
        }
    }

    // MARK: PollSource

    var sockets: [UnsafeMutableRawPointer] { [socket.raw, monitor.raw] }

    func drain(_ place: Int) -> Bool {
        if place == 1 {
            var broken = false
            while let event = monitor.next() { broken = broken || event == .disconnected }
            // libzmq does not say whose connection it was: those who do not live fail the probe.
            if broken { probe() }
            return false
        }
        for _ in 0..<Self.budget {
            guard let parts = socket.receive(limit: 5) else { return false }
            receive(parts)
        }
        return true
    }

    private func probe() {
        for link in Array(links.values) {
            if let session = link.session {
                session.assumeIsolated { $0.probe() }
                if session.assumeIsolated({ $0.isIdleImplicit }) { forget(link) }
            }
        }
    }

    func tick(_ now: Instant) {
        for link in Array(links.values) {
            link.retry()
            link.session?.assumeIsolated { $0.tick(now) }
        }
    }

    /// Routing id, perhaps a REQ socket's delimiter, header, payload.
    private func receive(_ parts: [[UInt8]]) {
        guard let id = parts.first else { return }
        let hasDelimiter = parts.count == 4 && parts[1].isEmpty
        let envelope = hasDelimiter ? [id, []] : [id]
        guard parts.count == envelope.count + 2 else {
            return refuse(envelope, "a message has two frames: a header and a payload")
        }
        let frame: WireFrame
        do throws(RPCError) {
            frame = try FrameCodec.frame(header: parts[envelope.count], payload: parts.last!)
        } catch {
            return refuse(envelope, error.status.message)
        }
        let link = self.link(envelope, for: frame)
        guard let session = link?.session else {
            return refuse(envelope, "there is no such session: begin with HELLO")
        }
        session.assumeIsolated { $0.receive(frame) }
    }

    /// The link of a client: the one it has, or a new one when the frame begins a session.
    private func link(_ envelope: [[UInt8]], for frame: WireFrame) -> RouterLink? {
        let isBeginning =
            switch frame.body {
            case .hello: true
            case .open: frame.session == 0
            default: false
            }
        if let link = links[envelope[0]] {
            // An implicit session serves many calls; a HELLO always makes a new session.
            if !isBeginning { return link }
            if case .open = frame.body, link.session?.assumeIsolated({ $0.isImplicit }) == true {
                return link
            }
            link.session?.assumeIsolated { $0.close(.connectionLost) }
        }
        guard isBeginning else { return nil }
        let link = RouterLink(envelope: envelope, socket: self)
        let session = Session.server(server, link: link, executor: poller, time: poller.time)
        link.session = session
        links[envelope[0]] = link
        server.adopt(session)
        return link
    }

    private func refuse(_ envelope: [[UInt8]], _ reason: String) {
        var outbox = Outbox(envelope: envelope)
        _ = outbox.send(WireFrame(.reset(reason: reason)), on: socket)
    }

    fileprivate func send(_ frame: WireFrame, by outbox: inout Outbox) -> Bool {
        poller.assertOwned()
        switch outbox.send(frame, on: socket) {
        case .sent: return true
        case .waiting:
            poller.wake(at: poller.time.now + .milliseconds(5))
            return true
        case .gone: return false
        }
    }

    fileprivate func retry(_ outbox: inout Outbox) { _ = outbox.retry(on: socket) }
    fileprivate func wake(at instant: Instant) { poller.wake(at: instant) }

    fileprivate func forget(_ link: RouterLink) {
        poller.assertOwned()
        if links[link.id] === link { links[link.id] = nil }
    }
}

/// The way to one client of a ROUTER socket.
///
/// `@unchecked Sendable`: touched on the poller's thread only, as ``ServerSocket`` is.
final class RouterLink: FrameLink, @unchecked Sendable {
    let id: [UInt8]
    private var outbox: Outbox
    private weak var socket: ServerSocket?
    fileprivate(set) var session: Session?

    init(envelope: [[UInt8]], socket: ServerSocket) {
        id = envelope[0]
        outbox = Outbox(envelope: envelope)
        self.socket = socket
    }

    func send(_ frame: WireFrame) -> Bool { socket?.send(frame, by: &outbox) ?? false }
    func retry() { socket?.retry(&outbox) }
    func wake(at instant: Instant) { socket?.wake(at: instant) }

    func close() {
        socket?.forget(self)
        session = nil
    }
}
