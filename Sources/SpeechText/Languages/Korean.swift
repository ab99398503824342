/// Korean, with the readings of Seoul.
struct Korean: SpokenLanguage {
    let recognizers = Recognizers(
        Wording.korean.recognizers + [
            KoreanNumberRecognizer(), KoreanFigureRecognizer(), KoreanFractionRecognizer(),
            KoreanDateRecognizer(), KoreanHalfDayRecognizer(), KoreanMoneyRecognizer(),
            KoreanMeasureRecognizer(), KoreanRangeRecognizer(), KoreanTelephoneRecognizer(),
            KoreanFileRecognizer(), KoreanLetterRecognizer(), KoreanLoanNumeralRecognizer(),
            KoreanModelRecognizer(), KoreanMathRecognizer(),
            PowerRecognizer(words: KoreanReadings.exponent),
        ])

    func words(for content: Semiotic) -> String { KoreanReadings.words(for: content) }
}
