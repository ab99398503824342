/// Italian writing, as the common recognisers have to know it.
enum ItalianWording {
    static let wording: Wording = {
        var wording = Wording(
            numbers: NumberFormat(point: ",", separators: [".", "'", "’"], spaced: true))
        wording.scales = scales
        wording.currencies = ItalianCurrencies.table
        wording.units = ItalianUnits.table
        wording.months = months
        wording.dateJoints = ["di"]
        wording.halfDays = halfDays
        wording.ordinalMarks = [
            "°": .plain, "º": .plain, "ª": Form(gender: .feminine),
            "ᵒ": .plain, "ᵃ": Form(gender: .feminine),
        ]
        wording.abbreviations = ItalianAbbreviations.table
        wording.symbols = symbols
        wording.domains = ["it", "sm"]
        return wording
    }()

    static let monthNames = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ]

    /// Set is not among them: it is a word of its own, as in tennis.
    private static let months: [String: Int] = {
        var months = [
            "gen": 1, "genn": 1, "feb": 2, "febb": 2, "mar": 3, "apr": 4, "mag": 5, "magg": 5,
            "giu": 6, "lug": 7, "ago": 8, "sett": 9, "ott": 10, "nov": 11, "dic": 12,
        ]
        for (index, name) in monthNames.enumerated() { months[name] = index + 1 }
        return months
    }()

    private static let scales: [String: Unit] = [
        "mila": Unit("mille", "mila"), "k": Unit("mille", "mila"),
        "mln": Unit("milione", "milioni"), "mio": Unit("milione", "milioni"),
        "milione": Unit("milione", "milioni"), "milioni": Unit("milione", "milioni"),
        "mld": Unit("miliardo", "miliardi"), "mrd": Unit("miliardo", "miliardi"),
        "miliardo": Unit("miliardo", "miliardi"), "miliardi": Unit("miliardo", "miliardi"),
        "bilione": Unit("bilione", "bilioni"), "bilioni": Unit("bilione", "bilioni"),
        "trilione": Unit("trilione", "trilioni"), "trilioni": Unit("trilione", "trilioni"),
    ]

    private static let halfDays: PhraseTable<String> = [
        "a.m.": "del mattino", "am": "del mattino", "p.m.": "del pomeriggio",
        "pm": "del pomeriggio",
    ]

    /// Marks that sound the same wherever they stand.
    private static let symbols: PhraseTable<String> = [
        "&": "e", "+": "più", "=": "uguale", "@": "chiocciola", "%": "percento",
        "‰": "per mille", "±": "più o meno", "×": "per", "÷": "diviso", "°": "gradi",
        "€": "euro", "$": "dollari", "£": "sterline", "¥": "yen", "§": "paragrafo",
        "≤": "minore o uguale a", "≥": "maggiore o uguale a", "≠": "diverso da", "≈": "circa",
        "∞": "infinito", "√": "radice quadrata di", "−": "meno",
        "²": "al quadrato", "³": "al cubo",
    ]
}
