/// English, as it is spoken in America.
struct English: SpokenLanguage {
    let recognizers: [any Recognizer] = [
        EnglishNumberRecognizer(), EnglishDateRecognizer(), EnglishTimeRecognizer(),
        EnglishMoneyRecognizer(), EnglishMeasureRecognizer(), EnglishFractionRecognizer(),
        EnglishRangeRecognizer(), EnglishTelephoneRecognizer(), EnglishRomanRecognizer(),
        EnglishAddressRecognizer(), EnglishPairRecognizer(), EnglishCalendarRecognizer(),
        EnglishEmojiRecognizer(),
        EnglishAbbreviationRecognizer(), ElectronicRecognizer(), EnglishSymbolRecognizer(),
    ]

    func words(for content: Semiotic) -> String { EnglishReadings.words(for: content) }
}
