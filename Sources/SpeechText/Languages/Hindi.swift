/// Hindi, with numbers by the Indian scales.
struct Hindi: SpokenLanguage {
    let recognizers = Recognizers(
        Wording.hindi.recognizers + [
            HindiNumberRecognizer(), HindiYearRecognizer(), HindiDateRecognizer(),
            HindiFractionRecognizer(), HindiRangeRecognizer(), HindiTelephoneRecognizer(),
            HindiAddressRecognizer(), HindiElectronicRecognizer(), HindiLettersRecognizer(),
            HindiSymbolRecognizer(),
            PowerRecognizer(
                minus: "माइनस ", squares: ["2": "वर्ग", "3": "घन"],
                cardinal: { HindiNumbers.cardinal($0) }, words: { "की घात " + $0 }),
            HindiMoneyRecognizer(), HindiTimeRecognizer(),
        ])

    func words(for content: Semiotic) -> String { HindiReadings.words(for: content) }
}
