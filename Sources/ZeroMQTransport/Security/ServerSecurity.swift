/// What a server needs to keep others out: its own keys, and who may call.
public struct ServerSecurity: Sendable {
    let keys: KeyPair
    public let access: Access

    public init(keys: KeyPair, access: Access) {
        self.keys = keys
        self.access = access
    }
}
