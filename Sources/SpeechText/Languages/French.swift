/// French, with the numbers of France, Belgium or Switzerland.
struct French: SpokenLanguage {
    let recognizers: Recognizers
    /// How seventy, eighty and ninety are said; nil: as in France.
    private let tens: FrenchTens?

    init(tens: FrenchTens? = nil) {
        self.tens = tens
        let wording = FrenchWording.wording
        let own: [any Recognizer] = [
            FrenchNumberRecognizer(wording: wording), FrenchPointRecognizer(wording: wording),
            FrenchMeasureRecognizer(wording: wording), FrenchDateRecognizer(),
            FrenchTimeRecognizer(), FrenchMoneyRecognizer(wording: wording),
            FrenchFractionRecognizer(wording: wording),
            FrenchRangeRecognizer(wording: wording), FrenchTelephoneRecognizer(),
            FrenchRomanRecognizer(), FrenchAbbreviationRecognizer(),
            DayRangeRecognizer(
                "lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche",
                word: "à"),
            FrenchSymbolRecognizer(), PressureRecognizer(word: "sur"),
            PowerRecognizer(
                minus: "moins ", cardinal: { FrenchNumbers.cardinal($0) },
                words: { "puissance " + $0 }),
        ]
        recognizers = Recognizers(wording.recognizers + own)
    }

    func words(for content: Semiotic) -> String {
        let words = FrenchReadings.words(for: content)
        return tens?.words(for: words) ?? words
    }
}
