import Dispatch
import Glibc
import LyreRPC

/// Looks host names up. libzmq is only ever given numbers: its own lookup blocks its I/O thread.
enum NameLookup {
    /// All addresses of a host, sorted, IPv4 first.
    static func addresses(of address: Address) async throws(RPCError) -> [Address] {
        let result: Result<[Address], RPCError> = await withUnsafeContinuation { continuation in
            // getaddrinfo may block for seconds, which the concurrent pool must not.
            DispatchQueue.global().async { continuation.resume(returning: lookUp(address)) }
        }
        return try result.get()
    }

    private static func lookUp(_ address: Address) -> Result<[Address], RPCError> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let error = getaddrinfo(address.host, nil, &hints, &list)
        guard error == 0 else {
            return .failure(
                RPCError(
                    .unavailable,
                    "the host '\(address.host)' is not known: \(String(cString: gai_strerror(error)))",
                    reason: "dns", neverStarted: true))
        }
        defer { freeaddrinfo(list) }
        var hosts: Set<String> = []
        for entry in sequence(first: list!, next: { $0.pointee.ai_next }) {
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let info = entry.pointee
            if getnameinfo(
                info.ai_addr, info.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
            {
                hosts.insert(name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })
            }
        }
        let sorted = hosts.sorted { ($0.contains(":") ? 1 : 0, $0) < ($1.contains(":") ? 1 : 0, $1) }
        return .success(sorted.map { Address(host: $0, port: address.port) })
    }
}
