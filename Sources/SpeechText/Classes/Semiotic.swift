/// What a span of written text means, before it is put into words.
indirect enum Semiotic: Hashable, Sendable {
    case cardinal(Numeral)
    /// Digits of the number of a place in a row: 3rd.
    case ordinal(String, Form = .plain)
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
    /// What somebody's lexicon says.
    case lexical(String)
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
        case .lexical: "lexicon"
        case .silent: "silent"
        }
    }
}
