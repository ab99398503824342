/// Italian.
struct Italian: SpokenLanguage {
    let recognizers = Recognizers(
        ItalianWording.wording.recognizers + [
            ItalianNumberRecognizer(), ItalianOrdinalRecognizer(), ItalianRomanRecognizer(),
            ItalianDateRecognizer(), ItalianTimeRecognizer(), ItalianMoneyRecognizer(),
            ItalianMeasureRecognizer(), ItalianRangeRecognizer(), ItalianTelephoneRecognizer(),
            ItalianAbbreviationRecognizer(), ItalianElectronicRecognizer(),
            DayRangeRecognizer(
                """
                lun mar mer gio ven sab dom lunedì martedì mercoledì giovedì venerdì sabato \
                domenica
                """, word: "a"),
            ItalianPrimeRecognizer(), PressureRecognizer(word: "su"), ItalianSymbolRecognizer(),
            PowerRecognizer(
                minus: "meno ", cardinal: { ItalianNumbers.cardinal($0) },
                positive: { ItalianOrdinals.ordinal($0, Form(gender: .feminine)) },
                words: { "alla " + $0 }),
        ])

    func words(for content: Semiotic) -> String { ItalianReadings.words(for: content) }
}
