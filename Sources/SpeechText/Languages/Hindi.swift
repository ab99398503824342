/// Hindi, with numbers by the Indian scales.
struct Hindi: SpokenLanguage {
    let recognizers = Recognizers(
        Wording.hindi.recognizers + [
            HindiNumberRecognizer(), HindiYearRecognizer(), HindiDateRecognizer(),
            HindiFractionRecognizer(), HindiRangeRecognizer(), HindiTelephoneRecognizer(),
            HindiAddressRecognizer(), HindiElectronicRecognizer(), HindiLettersRecognizer(),
            HindiSymbolRecognizer(), PowerRecognizer(words: HindiReadings.exponent),
            HindiMoneyRecognizer(), HindiTimeRecognizer(),
        ])

    func words(for content: Semiotic) -> String { HindiReadings.words(for: content) }
}
