import LyreRPC

/// What a program is told to connect to.
///
/// - `static:tcp://10.0.0.1:4242,tcp://10.0.0.2:4242`, or just one address: these servers.
/// - `dns:decoder.farm:4242`: every address of the name, looked up again every 5 s.
/// - `file:/etc/lyre/decoders`: those that a file lists, one a line, read again every second.
public enum Target {
    public static func resolver(for text: String) throws(RPCError) -> any Resolver {
        if text.hasPrefix("dns:") { return DNSResolver(try Address(String(text.dropFirst(4)))) }
        if text.hasPrefix("file:") {
            let path = text.dropFirst(5)
            guard !path.isEmpty else { throw .badAddress(text) }
            return FileResolver(String(path))
        }
        let list = text.hasPrefix("static:") ? text.dropFirst(7) : text[...]
        var endpoints: [Endpoint] = []
        for part in list.split(separator: ",") { endpoints.append(Endpoint(try Address(String(part)).zmq)) }
        guard !endpoints.isEmpty else { throw .badAddress(text) }
        return StaticResolver(endpoints)
    }
}

/// Every address of a name, such as that of a headless service.
public struct DNSResolver: Resolver {
    let address: Address
    public let interval: Duration? = .seconds(5)

    public init(_ address: Address) { self.address = address }

    public func resolve() async throws(RPCError) -> [Endpoint] {
        try await NameLookup.addresses(of: address).map { Endpoint($0.zmq) }
    }
}
