/// A written decimal number: its digits, without separators.
struct Numeral: Hashable, Sendable {
    var negative = false
    /// Empty when the number begins with its point.
    var digits: String
    /// What stands after the decimal point; nil without one.
    var fraction: String?
    /// The mark before the fraction, in languages that know more than one.
    var point = ""
    /// How it agrees with what it counts.
    var form = Form.plain

    var isOne: Bool { digits == "1" && fraction == nil }
    /// The whole part, when it fits.
    var value: Int? { Int(digits) }
}
