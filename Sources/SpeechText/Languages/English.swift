/// English, as it is spoken in America.
struct English: SpokenLanguage {
    let recognizers: Recognizers = [
        EnglishNumberRecognizer(), EnglishCodeRecognizer(), EnglishDateRecognizer(),
        EnglishCalendarRecognizer(), EnglishTimeRecognizer(), EnglishMoneyRecognizer(),
        EnglishMeasureRecognizer(), EnglishShorthandRecognizer(), EnglishFractionRecognizer(),
        EnglishRangeRecognizer(), EnglishPairRecognizer(), EnglishTelephoneRecognizer(),
        EnglishRomanRecognizer(), EnglishVerseRecognizer(), EnglishAddressRecognizer(),
        EnglishAbbreviationRecognizer(), ElectronicRecognizer(), EnglishSymbolRecognizer(),
        PowerRecognizer(words: EnglishReadings.exponent),
        EnglishEmojiRecognizer(),
    ]

    func words(for content: Semiotic) -> String { EnglishReadings.words(for: content) }
}
