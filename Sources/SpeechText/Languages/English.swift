/// English, as it is spoken in America.
struct English: SpokenLanguage {
    let recognizers: Recognizers = [
        EnglishNumberRecognizer(), EnglishCodeRecognizer(), EnglishDateRecognizer(),
        EnglishCalendarRecognizer(), EnglishTimeRecognizer(), EnglishMoneyRecognizer(),
        EnglishMeasureRecognizer(), EnglishShorthandRecognizer(), EnglishFractionRecognizer(),
        EnglishRangeRecognizer(), EnglishPairRecognizer(), EnglishTelephoneRecognizer(),
        EnglishRomanRecognizer(), EnglishVerseRecognizer(), EnglishAddressRecognizer(),
        EnglishAbbreviationRecognizer(), ElectronicRecognizer(), EnglishSymbolRecognizer(),
        PowerRecognizer(
            minus: "minus ", squares: ["2": "squared", "3": "cubed"],
            cardinal: { EnglishNumbers.cardinal($0) }, words: { "to the power of " + $0 }),
        EnglishEmojiRecognizer(),
    ]

    func words(for content: Semiotic) -> String { EnglishReadings.words(for: content) }
}
