/// German as it is written in Germany, Austria and Switzerland.
struct German: SpokenLanguage {
    let recognizers: Recognizers

    /// - Parameter isSwiss: Whether a point stands before decimals, and Fr. for francs.
    init(isSwiss: Bool = false) {
        let wording = isSwiss ? GermanWording.swiss : GermanWording.wording
        recognizers = [
            TelephoneRecognizer(), NumberRecognizer(wording: wording), FractionRecognizer(),
            MoneyRecognizer(wording: wording), MeasureRecognizer(wording: wording),
            TimeRecognizer(wording: wording), RomanRecognizer(wording: wording),
            PhraseRecognizer(wording: wording), ElectronicRecognizer(), GermanOneRecognizer(),
            GermanCodeRecognizer(), GermanVersionRecognizer(),
            GermanYearRecognizer(), GermanOrdinalRecognizer(), GermanDateRecognizer(),
            GermanCompoundRecognizer(), GermanRangeRecognizer(), GermanRomanRecognizer(),
            GermanAbbreviationRecognizer(), GermanSymbolRecognizer(),
            PowerRecognizer(
                minus: "minus ", cardinal: { GermanNumbers.cardinal($0) },
                words: { "hoch " + $0 }), GermanRateRecognizer(),
            GermanHalfRecognizer(), PressureRecognizer(word: "zu"), GermanDurationRecognizer(),
            GermanMoneyRecognizer(symbols: wording.currencies),
            GermanWeekdayRecognizer(),
        ]
    }

    static func isSwiss(_ region: String?) -> Bool { region == "CH" || region == "LI" }

    func words(for content: Semiotic) -> String { GermanReadings.words(for: content) }
}
