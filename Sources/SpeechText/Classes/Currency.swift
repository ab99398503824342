/// Names of a currency and of its small change, for one and for many.
struct Currency: Hashable, Sendable {
    let one: String
    let many: String
    let centOne: String?
    let centMany: String?

    init(_ one: String, _ many: String, _ centOne: String? = nil, _ centMany: String? = nil) {
        (self.one, self.many, self.centOne, self.centMany) = (one, many, centOne, centMany)
    }
}
