/// What a span of written text means, before it is put into words.
indirect enum Semiotic: Hashable, Sendable {
    case cardinal(Numeral)
    /// Digits of the number of a place in a row: 3rd.
    case ordinal(String)
    /// Characters said one by one: digits by name, letters as they are, other marks as a pause.
    case digits(String)
    case year(Int)
    /// 1980s; `century` is false for '80s.
    case decade(Int)
    case fraction(whole: String?, numerator: String, denominator: String)
    case date(Day)
    case time(Clock)
    case money(Numeral, scale: String?, currency: Currency)
    /// An amount with a unit, by the unit's name for one and for many.
    case measure(Numeral, scale: String?, unit: Unit)
    case range(Semiotic, Semiotic, word: String)
    case roman(Int, ordinal: Bool)
    case abbreviation(String)
    /// Initials: said letter by letter.
    case letters(String)
    /// An address of mail or web, spelled with its marks.
    case electronic(String)
    case symbol(String)
    /// Has no sound.
    case silent

    /// The name of the class, for explanations.
    var name: String {
        switch self {
        case .cardinal(let number): number.fraction == nil ? "cardinal" : "decimal"
        case .ordinal: "ordinal"
        case .digits: "digits"
        case .year: "year"
        case .decade: "decade"
        case .fraction: "fraction"
        case .date: "date"
        case .time: "time"
        case .money: "money"
        case .measure: "measure"
        case .range: "range"
        case .roman: "roman"
        case .abbreviation: "abbreviation"
        case .letters: "letters"
        case .electronic: "electronic"
        case .symbol: "symbol"
        case .silent: "silent"
        }
    }
}

/// A written decimal number: its digits, without separators.
struct Numeral: Hashable, Sendable {
    var negative = false
    /// Empty when the number begins with its point.
    var digits: String
    /// What stands after the decimal point; nil without one.
    var fraction: String?

    var isOne: Bool { digits == "1" && fraction == nil }
    /// The whole part, when it fits.
    var value: Int? { Int(digits) }
}

struct Day: Hashable, Sendable {
    var day: Int?
    /// 1...12
    var month: Int
    var year: Int?
    var dayFirst: Bool
    /// The text says "the" itself.
    var hasArticle = false
}

struct Clock: Hashable, Sendable {
    var hour: Int
    var minute: Int?
    var second: Int?
    /// "AM" or "PM"
    var half: String?
    var zone: String?
}

struct Currency: Hashable, Sendable {
    let one: String
    let many: String
    let centOne: String?
    let centMany: String?

    init(_ one: String, _ many: String, _ centOne: String? = nil, _ centMany: String? = nil) {
        (self.one, self.many, self.centOne, self.centMany) = (one, many, centOne, centMany)
    }
}

struct Unit: Hashable, Sendable {
    let one: String
    let many: String

    init(_ one: String, _ many: String? = nil) {
        self.one = one
        self.many = many ?? one + "s"
    }
}
