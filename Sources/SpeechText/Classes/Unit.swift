/// Names of a unit, for one and for many.
struct Unit: Hashable, Sendable {
    let one: String
    let many: String
    let gender: Form.Gender

    /// - Parameter many: `one` with an s, where it is not given.
    init(_ one: String, _ many: String? = nil, _ gender: Form.Gender = .masculine) {
        self.one = one
        self.many = many ?? one + "s"
        self.gender = gender
    }
}
