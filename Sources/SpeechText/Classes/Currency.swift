/// Names of a currency and of its small change, for one and for many.
struct Currency: Hashable, Sendable {
    let one: String
    let many: String
    let centOne: String?
    let centMany: String?
    let gender: Form.Gender
    let centGender: Form.Gender

    init(
        _ one: String, _ many: String, _ centOne: String? = nil, _ centMany: String? = nil,
        _ gender: Form.Gender = .masculine, cent centGender: Form.Gender = .masculine
    ) {
        (self.one, self.many, self.centOne, self.centMany) = (one, many, centOne, centMany)
        (self.gender, self.centGender) = (gender, centGender)
    }
}
