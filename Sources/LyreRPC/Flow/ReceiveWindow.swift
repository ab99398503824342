/// What the peer may still send, and what it is to be granted.
package struct ReceiveWindow {
    private let size: Int
    private var balance: Int
    private var consumed = 0

    package init(_ bytes: UInt32) {
        size = Int(bytes)
        balance = Int(bytes)
    }

    /// Accounts for bytes that came. False when the peer had no credit left to send them.
    package mutating func receive(_ bytes: Int) -> Bool {
        let allowed = balance > 0
        balance -= bytes
        return allowed
    }

    /// Accounts for bytes that were read here. The credit to grant now, in one frame for many
    /// messages; nil while it is not worth a frame.
    package mutating func consume(_ bytes: Int) -> UInt32? {
        consumed += bytes
        guard consumed >= size / 2 else { return nil }
        defer { consumed = 0 }
        balance += consumed
        return UInt32(consumed)
    }
}
