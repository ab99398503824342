/// English, with American readings.
struct English: SpokenLanguage {
    let recognizers: [any Recognizer] = [
        EnglishNumberRecognizer(), EnglishDateRecognizer(), EnglishTimeRecognizer(),
        EnglishMoneyRecognizer(), EnglishMeasureRecognizer(), EnglishFractionRecognizer(),
        EnglishRangeRecognizer(), EnglishTelephoneRecognizer(), EnglishRomanRecognizer(),
        EnglishAddressRecognizer(),
        EnglishAbbreviationRecognizer(), ElectronicRecognizer(), EnglishSymbolRecognizer(),
    ]

    func words(for content: Semiotic) -> String { EnglishReadings.words(for: content) }
}
