/// What the common recognisers have to know of a language's writing.
struct Wording: Sendable {
    /// The order of a date in figures.
    enum DateOrder: Sendable { case dayFirst, monthFirst, yearFirst }

    var numbers: NumberFormat
    /// Figures of the longest number that is no code, where nothing parts them.
    var longestCardinal = 15
    /// Words behind an amount that make it larger, as written in lower case: mio.
    /// With how they are said behind one and behind many.
    var scales: [String: Unit] = [:]
    /// Of currencies by symbol, code or name, as they stand before or behind an amount: $, US$, EUR.
    var currencies: PhraseTable<Currency> = [:]
    /// Of currencies that stand behind an amount only, in lower case: euro.
    var currencyNames: PhraseTable<Currency> = [:]
    /// By symbol, as it stands behind an amount: km, km/h, m², %, °C.
    var units: PhraseTable<Unit> = [:]
    /// Finds the unit at a token where a table does not do.
    var unit: (@Sendable (Line, Int) -> (value: Unit, count: Int)?)?
    /// By name and short name, in lower case; 1...12.
    var months: [String: Int] = [:]
    var dateOrder = DateOrder.dayFirst
    /// Words between day, month and year: 3 de mayo de 2020.
    var dateJoints: Set<String> = []
    /// Whether 3.5. and 03.05 may be days of May.
    var pointsDates = false
    /// Words and marks that make a time of an hour, in lower case: uhr, h.
    var clockWords: Set<String> = []
    /// What follows a time: a.m., by its reading.
    var halfDays: PhraseTable<String> = [:]
    /// What makes an ordinal of the figures it touches: er, ª, nd.
    var ordinalMarks: [String: Form] = [:]
    /// Between the ends of a range of amounts; nil: ranges are not read.
    var rangeWord: String?
    /// Said in full: z.B., Dr.; keys without white space.
    var abbreviations: PhraseTable<String> = [:]
    /// Marks that are said by a word.
    var symbols: PhraseTable<String> = [:]
    /// Words before a Roman number, in lower case; true where it is an ordinal.
    var beforeRoman: [String: Bool] = [:]
    /// Words behind one.
    var behindRoman: [String: Bool] = [:]
    /// Last parts of web addresses that its countries use, beside those known everywhere: it.
    var domains: Set<String> = []

    /// The recognisers of the classes that are there.
    var recognizers: [any Recognizer] {
        [
            NumberRecognizer(wording: self), FractionRecognizer(), DateRecognizer(wording: self),
            TimeRecognizer(wording: self), MoneyRecognizer(wording: self),
            MeasureRecognizer(wording: self), RangeRecognizer(wording: self),
            TelephoneRecognizer(), RomanRecognizer(wording: self),
            PhraseRecognizer(wording: self), ElectronicRecognizer(domains: domains),
        ]
    }
}
