/// Spanish: a comma before decimals, and the point of America where it can be nothing else.
struct Spanish: SpokenLanguage {
    let recognizers: Recognizers

    init() {
        let wording = SpanishWording.wording
        recognizers = Recognizers(
            wording.recognizers + [
                SpanishOrdinalRecognizer(wording: wording),
                SpanishFractionRecognizer(wording: wording),
                SpanishDateRecognizer(wording: wording), SpanishTimeRecognizer(),
                SpanishMoneyRecognizer(wording: wording),
                SpanishMeasureRecognizer(wording: wording),
                SpanishCountRecognizer(wording: wording),
                SpanishRangeRecognizer(wording: wording), SpanishRomanRecognizer(),
                SpanishTelephoneRecognizer(), SpanishAbbreviationRecognizer(),
                DayRangeRecognizer(
                    """
                    lun mar mié miérc jue vie sáb dom lunes martes miércoles jueves viernes sábado \
                    domingo
                    """, word: "a"),
                SpanishSymbolRecognizer(),
                PowerRecognizer(
                    minus: "menos ", squares: ["2": "al cuadrado", "3": "al cubo"],
                    cardinal: { SpanishNumbers.cardinal($0) }, words: { "elevado a " + $0 }),
            ])
    }

    func words(for content: Semiotic) -> String { SpanishReadings.words(for: content) }
}
