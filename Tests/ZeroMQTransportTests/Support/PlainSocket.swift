import Glibc

/// A TCP socket of the system, for peers that are no Lyre.
final class PlainListener: Sendable {
    private let descriptor: Int32
    let port: UInt16

    /// Listens on a free port of the loopback.
    init() {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let bound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        precondition(bound, "there is no free port")
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    /// Accepts one client on a thread of its own, sends it bytes, and lets go of it when asked.
    func serveOnce(_ bytes: [UInt8], thenClose: Bool) {
        let thread = ThreadArgument(descriptor: descriptor, bytes: bytes, thenClose: thenClose)
        var handle = pthread_t()
        pthread_create(
            &handle, nil,
            { argument in
                let thread = Unmanaged<ThreadArgument>.fromOpaque(argument!).takeRetainedValue()
                let client = accept(thread.descriptor, nil, nil)
                guard client >= 0 else { return nil }
                _ = write(client, thread.bytes, thread.bytes.count)
                if !thread.thenClose {
                    var buffer = [UInt8](repeating: 0, count: 1024)
                    while read(client, &buffer, buffer.count) > 0 {}
                }
                close(client)
                return nil
            }, Unmanaged.passRetained(thread).toOpaque())
        pthread_detach(handle)
    }

    private final class ThreadArgument: Sendable {
        let descriptor: Int32
        let bytes: [UInt8]
        let thenClose: Bool
        init(descriptor: Int32, bytes: [UInt8], thenClose: Bool) {
            self.descriptor = descriptor
            self.bytes = bytes
            self.thenClose = thenClose
        }
    }
}
