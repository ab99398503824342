/// How German is written; dates and ranges have recognisers of their own.
enum GermanWording {
    static let wording: Wording = {
        var wording = Wording(
            numbers: NumberFormat(point: ",", separators: [".", "'", "’"], spaced: true))
        wording.longestCardinal = 21
        wording.scales = scales
        wording.currencies = GermanCurrencies.symbols
        wording.currencyNames = GermanCurrencies.names
        wording.unit = GermanUnits.unit
        wording.clockWords = ["uhr", "h"]
        wording.ordinalMarks = ordinalMarks
        wording.abbreviations = GermanAbbreviations.phrases
        wording.beforeRoman = beforeRoman
        return wording
    }()

    /// Swiss: 1'234.50, Fr. 20.
    static let swiss: Wording = {
        var swiss = wording
        swiss.numbers = NumberFormat(
            point: ".", separators: ["'", "’"], spaced: true, others: [wording.numbers])
        swiss.currencies = GermanCurrencies.swiss
        return swiss
    }()

    private static let scales: [String: Unit] = {
        var all: [String: Unit] = ["tsd": Unit("tausend", "tausend")]
        let names: [(String, String, String?)] = [
            ("Million", "Millionen", "mio"), ("Milliarde", "Milliarden", "mrd"),
            ("Billion", "Billionen", nil), ("Billiarde", "Billiarden", nil),
            ("Trillion", "Trillionen", nil),
        ]
        for (one, many, short) in names {
            for key in [one.lowercased(), many.lowercased(), short] {
                if let key { all[key] = Unit(one, many, .feminine) }
            }
        }
        return all
    }()

    /// 3te, 20sten: by the ending that they stand for.
    private static let ordinalMarks: [String: Form] = {
        var all: [String: Form] = [:]
        for ending in ["e", "en", "er", "es", "em"] {
            all["t" + ending] = Form(ending: ending)
            all["st" + ending] = Form(ending: ending)
        }
        return all
    }()

    private static let beforeRoman: [String: Bool] = Dictionary(
        uniqueKeysWithValues: GermanWords.set(
            """
            kapitel band teil akt szene artikel abschnitt buch stufe klasse typ phase gruppe liga
            tabelle abbildung anlage anhang satz psalm hartz sparte bezirk zone variante gesang
            session staffel rocky quartett apollo euro kategorie grad hauptteil
            """
        ).map { ($0, false) })
}
