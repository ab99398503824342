/// Korean, with the readings of Seoul.
struct Korean: SpokenLanguage {
    let recognizers = Recognizers(
        Wording.korean.recognizers + [
            KoreanNumberRecognizer(), KoreanFigureRecognizer(), KoreanFractionRecognizer(),
            KoreanDateRecognizer(), KoreanHalfDayRecognizer(), KoreanMoneyRecognizer(),
            KoreanMeasureRecognizer(), KoreanRangeRecognizer(), KoreanTelephoneRecognizer(),
            KoreanFileRecognizer(), KoreanLetterRecognizer(), KoreanLoanNumeralRecognizer(),
            KoreanModelRecognizer(), KoreanMathRecognizer(), PressureRecognizer(word: "에"),
            PowerRecognizer(
                minus: "마이너스 ", squares: ["2": "의 제곱", "3": "의 세제곱"],
                cardinal: { KoreanNumbers.cardinal($0) }, words: { "의 " + $0 + "제곱" }),
        ])

    func words(for content: Semiotic) -> String { KoreanReadings.words(for: content) }
}
