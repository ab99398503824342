/// How French is written, for the common recognisers.
enum FrenchWording {
    static let wording: Wording = {
        var wording = Wording(
            numbers: NumberFormat(point: ",", separators: [".", "'", "’"], spaced: true))
        wording.scales = FrenchUnits.scales
        wording.currencies = FrenchCurrencies.all
        wording.units = FrenchUnits.all
        wording.months = FrenchMonths.numbers
        wording.pointsDates = true
        wording.halfDays = ["a.m.": "du matin", "p.m.": "de l'après-midi"]
        wording.ordinalMarks = ordinalMarks
        wording.abbreviations = FrenchAbbreviations.anywhere
        wording.symbols = symbols
        wording.rangeWord = "à"
        return wording
    }()

    /// Endings of ordinals in figures, by what they say of gender and number.
    static let ordinalMarks: [String: Form] = {
        var marks: [String: Form] = [:]
        let endings: [(String, Form)] = [
            ("e ème eme ième ieme è er ᵉ ᵉᵐᵉ ᵉʳ º", .plain),
            ("re ère ere ʳᵉ ª", Form(gender: .feminine)),
            ("nd ⁿᵈ", Form(ending: "nd")), ("nde de ⁿᵈᵉ", Form(gender: .feminine, ending: "nd")),
            ("es èmes emes ièmes iemes ers ᵉˢ ᵉʳˢ", Form(isPlural: true)),
            ("res ères eres ʳᵉˢ", Form(gender: .feminine, isPlural: true)),
            ("nds", Form(isPlural: true, ending: "nd")),
            ("ndes", Form(gender: .feminine, isPlural: true, ending: "nd")),
        ]
        for (texts, form) in endings {
            for text in texts.split(separator: " ") { marks[String(text)] = form }
        }
        return marks
    }()

    private static let symbols: PhraseTable<String> = [
        "&": "et", "+": "plus", "=": "égale", "×": "fois", "÷": "divisé par", "@": "arobase",
        "%": "pour cent", "‰": "pour mille", "±": "plus ou moins", "≤": "inférieur ou égal à",
        "≥": "supérieur ou égal à", "≠": "différent de", "≈": "environ", "§": "paragraphe",
        "°": "degrés", "°c": "degrés Celsius", "€": "euros", "$": "dollars", "£": "livres",
        "¥": "yens", "√": "racine carrée de", "∞": "l'infini", "²": "au carré", "³": "au cube",
        "−": "moins", "№": "numéro", "∈": "appartient à",
    ]
}
