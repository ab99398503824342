/// Spanish: a comma before decimals, and the point of America where it can be nothing else.
struct Spanish: SpokenLanguage {
    let recognizers: Recognizers

    /// - Parameters:
    ///   - usesPoint: Whether a point stands before decimals: 1,234.50.
    ///   - hasPesos: Whether $ stands for them.
    init(usesPoint: Bool = false, hasPesos: Bool = false) {
        let wording = SpanishWording.wording(usesPoint: usesPoint, hasPesos: hasPesos)
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
                SpanishSymbolRecognizer(), PressureRecognizer(word: "sobre"),
                PowerRecognizer(
                    minus: "menos ", squares: ["2": "al cuadrado", "3": "al cubo"],
                    cardinal: { SpanishNumbers.cardinal($0) }, words: { "elevado a " + $0 }),
            ])
    }

    static func usesPoint(_ region: String?) -> Bool {
        region.map(pointed.contains) ?? false
    }

    static func hasPesos(_ region: String?) -> Bool { region.map(pesos.contains) ?? false }

    private static let pointed: Set<String> = [
        "MX", "US", "PR", "GT", "HN", "SV", "NI", "PA", "DO", "PE", "CU",
    ]
    private static let pesos: Set<String> = ["MX", "AR", "CL", "CO", "CU", "DO", "UY"]

    func words(for content: Semiotic) -> String { SpanishReadings.words(for: content) }
}
