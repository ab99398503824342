/// How a number agrees with what it counts or orders; languages take from it what they inflect by.
struct Form: Hashable, Sendable {
    enum Gender: Hashable, Sendable { case masculine, feminine, neuter }

    var gender = Gender.masculine
    var isPlural = false
    /// Cut short before a noun: primer, buon.
    var isShort = false
    /// The ending as it is written or asked for by the words around, where that is all there is: -ter.
    var ending = ""

    static let plain = Form()
}
