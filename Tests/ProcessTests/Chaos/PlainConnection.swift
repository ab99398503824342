import Glibc

/// A TCP connection whose owner says what it likes, or nothing.
final class PlainConnection: Sendable {
    private let descriptor: Int32

    /// - Parameter endpoint: Of the loopback: `tcp://127.0.0.1:4242`.
    init(to endpoint: String) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        address.sin_port = UInt16(endpoint.split(separator: ":").last!)!.bigEndian
        let descriptor = descriptor
        let isConnected = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        precondition(isConnected, "nobody listens at \(endpoint)")
    }

    deinit { close(descriptor) }

    /// False once the other side has let go.
    func send(_ bytes: [UInt8]) -> Bool {
        Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Blocks until the other side has let go.
    func waitForEnd() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }
}
