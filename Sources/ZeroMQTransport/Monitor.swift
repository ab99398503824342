import CZeroMQ

/// Why a handshake of ZeroMQ failed.
enum HandshakeFailure {
    /// The server does not allow the client's key.
    case key
    /// The two agree on no mechanism, or one of them speaks no ZeroMQ.
    case mechanism
    /// It was broken off, or was not finished in time.
    case broken
}

/// Tells what happens to a socket's connections.
struct Monitor: ~Copyable {
    enum Event: Equatable {
        /// The handshake of ZeroMQ itself succeeded.
        case connected
        /// Nobody answered at the address.
        case connectFailed
        /// With the descriptor that the connection had.
        case disconnected(Int32)
        /// Who is there speaks no ZeroMQ, has no key or not the right one, or went.
        case handshakeFailed(HandshakeFailure)
    }

    private var socket: Socket
    var raw: UnsafeMutableRawPointer { socket.raw }

    private static let events =
        ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_CLOSED
        | ZMQ_EVENT_DISCONNECTED | handshakeFailures
    private static let handshakeFailures =
        ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL
        | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH

    init(of watched: borrowing Socket, name: String, _ context: Context) throws(ZMQError) {
        let address = "inproc://lyre-monitor-\(name)"
        try ZMQError.check(czmq_monitor(watched.raw, address, Self.events))
        let socket = try Socket(context, ZMQ_PAIR)
        // libzmq's thread waits where there is no room for an event.
        try socket.set(ZMQ_RCVHWM, 100_000)
        try socket.connect(address)
        self.socket = socket
    }

    mutating func close() { socket.close() }

    /// The next event, or nil when there is none.
    func next() -> Event? {
        while let parts = socket.receive(limit: 2) {
            // 16 bits of event, 32 of value, in the machine's order; then the address.
            guard let first = parts.first, first.count >= 6 else { continue }
            switch Int32(first[0]) | Int32(first[1]) << 8 {
            case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: return .connected
            case ZMQ_EVENT_CLOSED: return .connectFailed
            case ZMQ_EVENT_DISCONNECTED:
                let value = first[2..<6].reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
                return .disconnected(Int32(bitPattern: value))
            case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: return .handshakeFailed(.key)
            case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: return .handshakeFailed(.mechanism)
            case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: return .handshakeFailed(.broken)
            default: continue
            }
        }
        return nil
    }
}
