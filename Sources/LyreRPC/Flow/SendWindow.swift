/// What may still be sent before the peer grants more.
struct SendWindow {
    private(set) var balance: Int

    init(_ bytes: UInt32) { balance = Int(bytes) }

    var isOpen: Bool { balance > 0 }
    mutating func spend(_ bytes: Int) { balance -= bytes }
    /// Saturates: a peer that grants without end cannot make the sum overflow.
    mutating func grant(_ bytes: UInt32) { balance = min(balance + Int(bytes), 1 << 40) }
}
