/// What a client needs to get in, and to know that it talks to the right server.
public struct ClientSecurity: Sendable {
    let server: PublicKey
    let keys: KeyPair

    /// - Parameter server: The public key of the servers.
    public init(server: PublicKey, keys: KeyPair) {
        self.server = server
        self.keys = keys
    }
}
