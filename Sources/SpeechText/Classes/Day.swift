/// A date; any part but the month may be missing.
struct Day: Hashable, Sendable {
    var day: Int?
    /// 1...12
    var month: Int
    var year: Int?
    var dayFirst: Bool
    /// The text says "the" itself.
    var hasArticle = false
    /// How the day agrees with the words around it.
    var form = Form.plain
    /// The month is said by its number.
    var isMonthOrdinal = false
    /// A comma stands before the year.
    var hasComma = false
}
