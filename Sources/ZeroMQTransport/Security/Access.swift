import LyreRPC
import Synchronization

/// The list of those who may call, as it is now. It can be replaced while servers listen.
public final class Access: Sendable {
    private let current: Mutex<AccessList>

    public init(_ list: AccessList) { current = Mutex(list) }

    /// From now on; open sessions of those who may not call any more end with
    /// ``Listener/dismissStrangers()``.
    public func replace(with list: AccessList) { current.withLock { $0 = list } }

    func caller(_ key: PublicKey) -> Caller? { current.withLock { $0.caller(key) } }
}
