/// What the common recognisers have to know of Spanish writing.
enum SpanishWording {
    /// A comma before decimals; elsewhere in America a point, and commas between thousands.
    static let numbers = NumberFormat(
        point: ",", separators: ["."], spaced: true,
        others: [NumberFormat(point: ".", separators: [","])])

    /// As in Mexico: a point before decimals, unless only a comma explains what is written.
    private static let pointed = NumberFormat(
        point: ".", separators: [","], spaced: true,
        others: [NumberFormat(point: ",", separators: ["."])])

    static let monthNames = [
        "", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
        "septiembre", "octubre", "noviembre", "diciembre",
    ]

    static func wording(usesPoint: Bool, hasPesos: Bool) -> Wording {
        var wording = wording
        if usesPoint { wording.numbers = pointed }
        if hasPesos {
            wording.currencies = SpanishCurrencies.pesos
            wording.symbols = symbols.with(["$": "pesos"])
        }
        return wording
    }

    private static let wording = Wording(
        numbers: numbers, scales: scales, currencies: SpanishCurrencies.all,
        units: SpanishUnits.all, months: months, dateJoints: ["de", "del"],
        ordinalMarks: ordinalMarks, abbreviations: SpanishAbbreviations.all, symbols: symbols,
        beforeRoman: beforeRoman)

    private static let months: [String: Int] = {
        var all: [String: Int] = [
            "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8,
            "sep": 9, "sept": 9, "set": 9, "setiembre": 9, "oct": 10, "nov": 11, "dic": 12,
        ]
        for (month, name) in monthNames.enumerated().dropFirst() { all[name] = month }
        return all
    }()

    private static let scales: [String: Unit] = [
        "mil": Unit("mil", "mil"),
        "millón": Unit("millón", "millones"), "millones": Unit("millón", "millones"),
        "mill": Unit("millón", "millones"), "mln": Unit("millón", "millones"),
        "mdd": Unit("millón de dólares", "millones de dólares"),
        "mdp": Unit("millón de pesos", "millones de pesos"),
        "millardo": Unit("millardo", "millardos"), "millardos": Unit("millardo", "millardos"),
        "billón": Unit("billón", "billones"), "billones": Unit("billón", "billones"),
        "trillón": Unit("trillón", "trillones"), "trillones": Unit("trillón", "trillones"),
        "cuatrillón": Unit("cuatrillón", "cuatrillones"),
        "cuatrillones": Unit("cuatrillón", "cuatrillones"),
    ]

    private static let ordinalMarks: [String: Form] = {
        let masculine = Form()
        let feminine = Form(gender: .feminine)
        let short = Form(isShort: true)
        var all: [String: Form] = [
            "er": short, "ᵉʳ": short, "os": Form(isPlural: true),
            "ºs": Form(isPlural: true), "as": Form(gender: .feminine, isPlural: true),
            "ªs": Form(gender: .feminine, isPlural: true),
        ]
        for mark in ["º", "o", "ro", "do", "to", "mo", "vo", "no", "ᵒ"] { all[mark] = masculine }
        for mark in ["ª", "ra", "da", "ta", "ma", "va", "na", "ᵃ"] { all[mark] = feminine }
        return all
    }()

    /// Marks that have one word wherever they stand; others need their surroundings.
    private static let symbols: PhraseTable<String> = [
        "&": "y", "+": "más", "=": "es igual a", "%": "por ciento", "‰": "por mil", "°": "grados",
        "±": "más menos", "×": "por", "÷": "dividido entre", "≤": "menor o igual que",
        "≥": "mayor o igual que", "≠": "distinto de", "≈": "aproximadamente", "§": "sección",
        "€": "euros", "$": "dólares", "£": "libras", "−": "menos", "²": "al cuadrado",
        "³": "al cubo", "∞": "infinito", "√": "raíz cuadrada de", "^": "acento circunflejo",
        "@": "arroba", "©": "copyright", "®": "marca registrada",
    ]

    /// Chapters and centuries are counted by cardinals.
    static let beforeRoman: [String: Bool] = {
        var all: [String: Bool] = [:]
        for word in [
            "siglo", "siglos", "capítulo", "capítulos", "cap", "tomo", "tomos", "volumen", "vol",
            "parte", "libro", "título", "artículo", "art", "sección", "anexo", "apéndice", "tabla",
            "figura", "fig", "cuadro", "lámina", "página", "pág", "año", "fase", "nivel", "tipo",
            "grupo", "categoría", "grado", "número", "núm", "unidad", "tema", "módulo", "apolo",
            "región", "acto", "escena", "episodio", "canto", "salmo", "factor", "bowl", "s", "t",
        ] {
            all[word] = false
        }
        return all
    }()
}
