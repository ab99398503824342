/// Korean, with the readings of Seoul.
struct Korean: SpokenLanguage {
    let recognizers = Recognizers(
        Wording.korean.recognizers + [
            KoreanNumberRecognizer(), KoreanFigureRecognizer(), KoreanFractionRecognizer(),
            KoreanDateRecognizer(), KoreanHalfDayRecognizer(), KoreanMoneyRecognizer(),
            KoreanMeasureRecognizer(), KoreanRangeRecognizer(), KoreanTelephoneRecognizer(),
            KoreanFileRecognizer(), KoreanLetterRecognizer(), KoreanLoanNumeralRecognizer(),
            KoreanModelRecognizer(), KoreanMathRecognizer(),
        ])

    func words(for content: Semiotic) -> String { KoreanReadings.words(for: content) }
}
