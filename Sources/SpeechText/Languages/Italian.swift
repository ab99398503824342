/// Italian.
struct Italian: SpokenLanguage {
    let recognizers = Recognizers(
        ItalianWording.wording.recognizers + [
            ItalianNumberRecognizer(), ItalianOrdinalRecognizer(), ItalianRomanRecognizer(),
            ItalianDateRecognizer(), ItalianTimeRecognizer(), ItalianMoneyRecognizer(),
            ItalianMeasureRecognizer(), ItalianRangeRecognizer(), ItalianTelephoneRecognizer(),
            ItalianAbbreviationRecognizer(), ItalianElectronicRecognizer(),
            ItalianPrimeRecognizer(), ItalianSymbolRecognizer(),
            PowerRecognizer(words: ItalianReadings.exponent),
        ])

    func words(for content: Semiotic) -> String { ItalianReadings.words(for: content) }
}
