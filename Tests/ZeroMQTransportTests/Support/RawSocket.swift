import LyreRPC
import WireMessages
import ZeroMQTransport

/// A socket of libzmq driven part by part: a peer that is not this package, right or wrong.
struct RawSocket: ~Copyable {
    enum Kind: Int32 { case request = 3, reply = 4, dealer = 5, router = 6 }

    // In this order: the context's end waits for its sockets.
    private var socket: Socket
    private let context: Context

    init(_ kind: Kind, connectedTo endpoint: Endpoint) throws {
        let context = Context()
        let socket = try Socket(context, kind.rawValue)
        try socket.connect(endpoint.address)
        self.context = context
        self.socket = socket
    }

    init(_ kind: Kind) throws {
        let context = Context()
        let socket = try Socket(context, kind.rawValue)
        try socket.bind("tcp://127.0.0.1:*")
        self.context = context
        self.socket = socket
    }

    var endpoint: Endpoint { get throws { Endpoint(try socket.lastEndpoint()) } }

    func send(_ parts: [[UInt8]]) {
        for (place, part) in parts.enumerated() { socket.send(part, more: place < parts.count - 1) }
    }

    func send(_ frame: WireFrame) { send([FrameCodec.header(of: frame), frame.payload ?? []]) }

    /// The next message, however long it takes: a test's time limit ends it otherwise.
    func receive() async throws -> [[UInt8]] {
        while true {
            if let parts = socket.receive(limit: 8) { return parts }
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    /// The next frame that tells of a call or of the session. A server also tells of its load, and
    /// asks whether we are there, when time passes, which it may on a busy machine.
    func receiveFrame() async throws -> WireFrame {
        while true {
            let parts = try await receive()
            let frame = try FrameCodec.frame(header: parts[0], payload: parts[1])
            switch frame.body {
            case .load, .ping: continue
            default: return frame
            }
        }
    }

    /// As if the program had been killed: nothing is said before.
    mutating func kill() { socket.close() }

    /// Shakes hands; the session's number.
    func hello(service: String = "Test") async throws -> UInt64 {
        send(WireFrame(.hello(Hello(service: service, schema: 0, client: "raw"))))
        return try await receiveFrame().session
    }
}
