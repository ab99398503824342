/// A time of day.
struct Clock: Hashable, Sendable {
    var hour: Int
    var minute: Int?
    var second: Int?
    /// "AM" or "PM"
    var half: String?
    var zone: String?
    /// The hour has a zero before it: 03:04.
    var isPadded = false
}
