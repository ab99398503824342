/// A set of scalars that may hold more than was put in, and answers without hashing.
struct ScalarFilter: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// All beyond ASCII, by their last six bits.
    private var others: UInt64 = 0

    mutating func insert(_ scalar: Unicode.Scalar) {
        let bit = UInt64(1) << UInt64(scalar.value & 63)
        switch scalar.value {
        case 0..<64: low |= bit
        case 64..<128: high |= bit
        default: others |= bit
        }
    }

    func mayContain(_ scalar: Unicode.Scalar) -> Bool {
        let bits =
            switch scalar.value {
            case 0..<64: low
            case 64..<128: high
            default: others
            }
        return bits >> UInt64(scalar.value & 63) & 1 != 0
    }
}
