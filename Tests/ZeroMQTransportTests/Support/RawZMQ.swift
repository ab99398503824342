import LyreRPC
import WireMessages
import ZeroMQTransport

/// A libzmq socket driven part by part, for clients that are not this package.
final class RawZMQ: Sendable {
    private let socket: RawSocket

    init(_ kind: RawSocket.Kind, _ endpoint: Endpoint) {
        socket = RawSocket(kind)
        socket.connect(endpoint.address)
    }

    func send(_ parts: [[UInt8]]) { socket.send(parts) }
    func send(_ frame: WireFrame) { send([FrameCodec.header(of: frame), frame.payload ?? []]) }

    /// The next message; nil when none came within the time.
    func receive(within milliseconds: Int32 = 10_000) -> [[UInt8]]? { socket.receive(milliseconds) }

    func frame() throws -> WireFrame? {
        guard let parts = receive() else { return nil }
        guard parts.count == 2 else { return nil }
        return try FrameCodec.frame(header: parts[0], payload: parts[1])
    }

    /// As if the program had been killed: nothing is said.
    func kill() { socket.close() }
}
