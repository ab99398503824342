/// What may still be sent before the peer grants more.
package struct SendWindow {
    package private(set) var balance: Int
    private let limit: Int

    package init(_ bytes: UInt32) { self.init(limit: Int(bytes)) }

    private init(limit: Int) {
        self.limit = limit
        balance = limit
    }

    /// For sessions without a handshake, which know no window of the connection.
    package static let unbounded = SendWindow(limit: .max / 2)

    package var isOpen: Bool { balance > 0 }
    package mutating func spend(_ bytes: Int) { balance -= bytes }
    /// A peer cannot make more than its whole window be in flight, however much it grants.
    package mutating func grant(_ bytes: UInt32) { balance = min(balance + Int(bytes), limit) }
}
