/// What `say-as` asks for, by the names of W3C's note on its values and of those that are common.
enum SayAs: String, Sendable, CaseIterable {
    case characters, digits, cardinal, ordinal, date, time, telephone, fraction, unit, currency

    init?(interpretAs name: String) {
        switch name.lowercased() {
        case "characters", "spell-out", "verbatim", "letters": self = .characters
        case "digits", "number:digits": self = .digits
        case "cardinal", "number": self = .cardinal
        case "telephone", "phone": self = .telephone
        case "unit", "measure": self = .unit
        case "currency", "money": self = .currency
        case let name:
            guard let value = SayAs(rawValue: name) else { return nil }
            self = value
        }
    }

    /// The classes whose readings it wants.
    var classNames: Set<String> {
        switch self {
        case .characters: []
        case .digits, .telephone: ["digits"]
        case .cardinal: ["cardinal", "decimal"]
        case .ordinal: ["ordinal"]
        case .date: ["date"]
        case .time: ["time"]
        case .fraction: ["fraction"]
        case .unit: ["measure"]
        case .currency: ["money"]
        }
    }
}
