/// German as it is written in Germany, Austria and Switzerland.
struct German: SpokenLanguage {
    let recognizers: Recognizers = {
        let wording = GermanWording.wording
        return [
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
            GermanHalfRecognizer(), GermanDurationRecognizer(), GermanMoneyRecognizer(),
            GermanWeekdayRecognizer(),
        ]
    }()

    func words(for content: Semiotic) -> String { GermanReadings.words(for: content) }
}
