import LyreRPC
import Synchronization

/// The list of those who may call, as it is now. It can be replaced while servers listen.
public final class Access: Sendable {
    private let current: Mutex<AccessList>

    public init(_ list: AccessList) { current = Mutex(list) }

    public var list: AccessList { current.withLock { $0 } }

    /// From now on; open sessions of those who may not call any more end with
    /// ``Listener/dismissStrangers()``.
    public func replace(with list: AccessList) { current.withLock { $0 = list } }

    func caller(_ key: PublicKey) -> Caller? { current.withLock { $0.caller(key) } }
}

/// What a server needs to keep others out: its own keys, and who may call.
public struct ServerSecurity: Sendable {
    let keys: KeyPair
    public let access: Access

    public init(keys: KeyPair, access: Access) {
        self.keys = keys
        self.access = access
    }
}

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
