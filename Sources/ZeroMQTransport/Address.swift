import LyreRPC

/// A host and a port: `tcp://host:port`, `host:port`, `tcp://[::1]:4242`.
public struct Address: Hashable, Sendable {
    public let host: String
    /// 0 where any free port will do.
    public let port: UInt16

    /// - Throws: INVALID_ARGUMENT with a sentence that shows the form.
    public init(_ text: String) throws(RPCError) {
        let rest = text.hasPrefix("tcp://") ? text.dropFirst(6) : text[...]
        guard let colon = rest.lastIndex(of: ":") else { throw .badAddress(text) }
        let portText = rest[rest.index(after: colon)...]
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty, !host.contains("/"),
            let port = portText == "*" ? 0 : UInt16(portText)
        else { throw .badAddress(text) }
        self.host = String(host)
        self.port = port
    }

    init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// As libzmq wants it, once the host is a number.
    var zmq: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "tcp://\(name):\(port == 0 ? "*" : String(port))"
    }

    /// Only this machine can reach it.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

extension RPCError {
    static func badAddress(_ text: String) -> RPCError {
        RPCError(
            .invalidArgument, "'\(text.prefix(80))' is no address such as tcp://127.0.0.1:4242",
            reason: "address", neverStarted: true)
    }
}
