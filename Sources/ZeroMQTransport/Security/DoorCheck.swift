import LyreRPC
import WireMessages

/// Proves, before a server counts as ready, that a key which nobody allowed does not get in, nor
/// somebody without one. Whoever forgets a gatekeeper lets every key in, and hears of nothing.
struct DoorCheck {
    let endpoint: Endpoint
    let poller: Poller

    /// - Throws: Where somebody gets in.
    func run(_ security: ServerSecurity) async throws(RPCError) {
        let stranger = ClientSecurity(server: security.keys.publicKey, keys: KeyPair())
        try await expectRefusal(of: stranger, "a key that nobody allowed")
        try await expectRefusal(of: nil, "a client without a key")
    }

    private func expectRefusal(of visitor: ClientSecurity?, _ who: String) async throws(RPCError) {
        let address = try Address(endpoint.address).reachable.zmq
        let hello = Hello(service: "", schema: Schema.hash, client: "door check")
        let session = try await ClientConnection.open(
            address, hello: hello, security: visitor, poller: poller)
        do throws(RPCError) { _ = try await session.connect() } catch {
            guard [.unauthenticated, .failedPrecondition].contains(error.code) else {
                throw RPCError(
                    .internal,
                    "whether \(who) is refused could not be seen: \(error.status.message)",
                    reason: "door")
            }
            return
        }
        await session.shutdown()
        throw RPCError(
            .internal, "\(who) got in at \(endpoint.address), so this server must not run",
            reason: "door")
    }
}

extension Address {
    /// Where this machine itself finds a server that listens on all addresses.
    fileprivate var reachable: Address {
        switch host {
        case "0.0.0.0": Address(host: "127.0.0.1", port: port)
        case "::": Address(host: "::1", port: port)
        default: self
        }
    }
}
