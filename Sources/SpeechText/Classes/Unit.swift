/// Names of a unit, for one and for many.
struct Unit: Hashable, Sendable {
    let one: String
    let many: String

    init(_ one: String, _ many: String? = nil) {
        self.one = one
        self.many = many ?? one + "s"
    }
}
