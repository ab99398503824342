import CZeroMQ
import LyreRPC
import Synchronization
import WireMessages

/// A DEALER socket with one connection and its session.
///
/// libzmq never reconnects it: a DEALER that did would replay stale frames to whoever has the address
/// next.
///
/// `@unchecked Sendable`: everything but the two constants is touched on the poller's thread only, as
/// ``Poller/assertOwned()`` checks.
final class ClientConnection: PollSource, FrameLink, Flushing, @unchecked Sendable {
    private static let counter = Atomic<Int>(0)
    private static let budget = 256

    private let poller: Poller
    private var socket: Socket
    private var monitor: Monitor
    private var outbox = Outbox()
    private var session: Session?
    private let hasKeys: Bool
    private let began: Instant
    private var wasConnected = false

    private init(
        _ address: String, security: ClientSecurity?, poller: Poller
    ) throws(ZMQError) {
        self.poller = poller
        hasKeys = security != nil
        began = poller.time.now
        let socket = try Socket(poller.context, ZMQ_DEALER)
        try socket.set(ZMQ_RECONNECT_IVL, -1)
        try socket.allowIPv6(for: address)
        if let security { try socket.secure(security) }
        let name = "client-\(Self.counter.wrappingAdd(1, ordering: .relaxed).newValue)"
        monitor = try Monitor(of: socket, name: name, poller.context)
        try socket.connect(address)
        self.socket = socket
    }

    /// Begins to connect to a numeric address.
    static func open(
        _ address: String, hello: Hello, security: ClientSecurity?, poller: Poller
    ) async throws(RPCError) -> Session {
        let result: Result<Session, RPCError> = await withUnsafeContinuation { continuation in
            poller.perform {
                do throws(ZMQError) {
                    let connection = try ClientConnection(
                        address, security: security, poller: poller)
                    let session = Session.client(
                        hello: hello, link: connection, executor: poller, time: poller.time)
                    connection.session = session
                    poller.add(connection)
                    continuation.resume(returning: .success(session))
                } catch {
                    let message = "cannot connect to '\(address)': \(error)"
                    continuation.resume(
                        returning: .failure(
                            RPCError(
                                .invalidArgument, message, reason: "address", neverStarted: true)))
                }
            }
        }
        return try result.get()
    }

    // MARK: PollSource

    var sockets: [UnsafeMutableRawPointer] { [socket.raw, monitor.raw] }

    func drain(_ place: Int) -> Bool {
        guard let session else { return false }
        if place == 1 {
            while let event = monitor.next() { handle(event, session) }
            return false
        }
        for _ in 0..<Self.budget {
            guard let parts = socket.receive(limit: 4) else { return false }
            // Some servers answer with a REP socket's delimiter.
            let frame = parts.count == 3 && parts[0].isEmpty ? parts.dropFirst() : parts[...]
            guard frame.count == 2 else {
                session.assumeIsolated { $0.close(.foreign) }
                return false
            }
            do throws(RPCError) {
                let frame = try FrameCodec.frame(header: frame.first!, payload: frame.last!)
                session.assumeIsolated { $0.receive(frame) }
            } catch {
                session.assumeIsolated { $0.close(.foreign) }
                return false
            }
        }
        return true
    }

    private func handle(_ event: Monitor.Event, _ session: Session) {
        let error: RPCError
        switch event {
        case .connected:
            wasConnected = true
            return
        case .connectFailed:
            error = RPCError(
                .unavailable, "nobody listens there", reason: "refused", neverStarted: true)
        case .handshakeFailed(let failure):
            error = handshakeError(failure)
        case .disconnected:
            // What came before the end counts.
            while drain(0) {}
            error = wasConnected ? .connectionLost : handshakeError(.broken)
        }
        session.assumeIsolated { $0.close(error) }
    }

    private func handshakeError(_ failure: HandshakeFailure) -> RPCError {
        // A server that is busy or stopped is not for that another one.
        let hasWaited = poller.time.now - began >= WireRules.handshakeTimeout * 0.9
        if case .broken = failure, hasWaited { return .handshakeTimedOut }
        return .handshake(failure, hasKeys: hasKeys)
    }

    func tick(_ now: Instant) {
        flush()
        session?.assumeIsolated { $0.tick(now) }
    }

    // MARK: FrameLink

    func send(_ frame: WireFrame) -> Bool {
        poller.assertOwned()
        if outbox.isEmpty { poller.flushLater(self) }
        return outbox.add(frame)
    }

    func flush() {
        switch outbox.flush(on: socket) {
        case .sent: break
        case .waiting: poller.wake(at: poller.time.now + .milliseconds(5))
        case .gone: session?.assumeIsolated { $0.close(.connectionLost) }
        }
    }

    func wake(at instant: Instant) { poller.wake(at: instant) }

    func close() {
        // What was said last still counts.
        _ = outbox.flush(on: socket)
        poller.remove(self)
        session = nil
        socket.close()
        monitor.close()
    }

    func shut() { session?.assumeIsolated { $0.close(.connectionLost) } }
}

extension RPCError {
    /// What the end of a handshake means to a client.
    static func handshake(_ failure: HandshakeFailure, hasKeys: Bool) -> RPCError {
        let message: String
        switch (failure, hasKeys) {
        case (.key, _): message = "the server does not allow this key"
        case (.mechanism, false): message = "the server asks for keys"
        case (_, true):
            message = "the server has another public key than this one, or asks for none"
        case (.broken, false): return .foreign
        }
        return RPCError(.unauthenticated, message, reason: "keys", neverStarted: true)
    }

    static let foreign = RPCError(
        .failedPrecondition, "what answers there is no Lyre server, or one that asks for keys",
        reason: "foreign", neverStarted: true)
}
