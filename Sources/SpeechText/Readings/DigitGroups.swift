/// The digits of a number in groups, as its words are put together: from the highest one down.
struct DigitGroups: RandomAccessCollection {
    struct Group {
        let value: Int
        /// How many groups stand behind it.
        let power: Int
    }

    private let digits: [UInt8]
    private let size: Int

    /// - Parameters:
    ///   - digits: ASCII digits; zeros at the beginning are left out, so that zero has no group.
    ///   - size: Of a group; the highest one may have fewer.
    init(_ digits: some StringProtocol, of size: Int) {
        self.digits = Array(digits.utf8.drop { $0 == UInt8(ascii: "0") })
        self.size = size
    }

    var startIndex: Int { 0 }
    var endIndex: Int { (digits.count + size - 1) / size }

    subscript(position: Int) -> Group {
        let power = endIndex - 1 - position
        let end = digits.count - power * size
        let figures = digits[Swift.max(0, end - size)..<end]
        let value = figures.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return Group(value: value, power: power)
    }
}
