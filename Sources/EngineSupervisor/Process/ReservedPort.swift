import Glibc

/// A port of the loopback interface for a server that is yet to start, and to start again.
///
/// A socket that is bound to it and never listens keeps the system from giving it to anybody who
/// asks for any port, for listening or for a connection of his own. A server that names the port
/// gets it, also when an earlier one's connections linger, as long as it sets `SO_REUSEADDR`, as
/// vLLM and Python's servers do.
public final class ReservedPort: Sendable {
    public let number: Int
    private let descriptor: Int32

    /// - Throws: ``EngineFailure`` when the system has none.
    public init() throws(EngineFailure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var isReused: Int32 = 1
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                setsockopt(
                    descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused,
                    socklen_t(MemoryLayout<Int32>.size)) == 0
                    && bind(descriptor, address, size) == 0
                    && getsockname(descriptor, address, &size) == 0
            }
        }
        number = Int(UInt16(bigEndian: address.sin_port))
        guard isBound else {
            throw EngineFailure("no free port: \(String(cString: strerror(errno)))")
        }
    }

    /// Gives it back.
    deinit { close(descriptor) }
}
