/// English, as it is spoken in America; where it is written elsewhere, the day comes first.
struct English: SpokenLanguage {
    let recognizers: Recognizers

    /// - Parameter isDayFirst: Whether 5/3/2020 is in March.
    init(isDayFirst: Bool = false) {
        recognizers = [
            EnglishNumberRecognizer(), EnglishCodeRecognizer(),
            EnglishDateRecognizer(isDayFirst: isDayFirst),
            EnglishCalendarRecognizer(), EnglishTimeRecognizer(), EnglishMoneyRecognizer(),
            EnglishMeasureRecognizer(), EnglishShorthandRecognizer(), EnglishFractionRecognizer(),
            EnglishRangeRecognizer(), EnglishPairRecognizer(isDayFirst: isDayFirst),
            EnglishTelephoneRecognizer(),
            EnglishRomanRecognizer(), EnglishVerseRecognizer(), EnglishAddressRecognizer(),
            EnglishAbbreviationRecognizer(), ElectronicRecognizer(), EnglishSymbolRecognizer(),
            PowerRecognizer(
                minus: "minus ", squares: ["2": "squared", "3": "cubed"],
                cardinal: { EnglishNumbers.cardinal($0) }, words: { "to the power of " + $0 }),
            EnglishEmojiRecognizer(),
        ]
    }

    /// Whether a country writes the day before the month; those that do not are few.
    static func isDayFirst(_ region: String?) -> Bool {
        region.map { !["US", "CA", "PH", "PR", "GU", "VI", "AS", "MP"].contains($0) } ?? false
    }

    func words(for content: Semiotic) -> String { EnglishReadings.words(for: content) }
}
