/// Ordinals and fractions in Spanish words.
enum SpanishOrdinals {
    private static let units = [
        "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo",
        "noveno", "décimo", "undécimo", "duodécimo",
    ]
    private static let tens = [
        "", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo",
        "septuagésimo", "octogésimo", "nonagésimo",
    ]
    private static let hundreds = [
        "", "centésimo", "ducentésimo", "tricentésimo", "cuadringentésimo", "quingentésimo",
        "sexcentésimo", "septingentésimo", "octingentésimo", "noningentésimo",
    ]

    /// Numbers that nobody orders by are said as cardinals.
    static func ordinal(_ digits: String, _ form: Form) -> String {
        guard let value = Int(digits), value > 0, let words = masculine(value) else {
            return SpanishNumbers.cardinal(digits)
        }
        return agreeing(words, form)
    }

    private static func agreeing(_ words: [String], _ form: Form) -> String {
        if form.isShort, let last = words.last {
            let isCut = last.hasSuffix("primero") || last.hasSuffix("tercero")
            return (words.dropLast() + [isCut ? String(last.dropLast()) : last])
                .joined(separator: " ")
        }
        let ending = (form.gender == .feminine ? "a" : "o") + (form.isPlural ? "s" : "")
        return words.map { $0.dropLast() + ending }.joined(separator: " ")
    }

    private static func masculine(_ value: Int) -> [String]? {
        if value >= 1_000_000 { return rootOfPower(value).map { [$0] } }
        let (thousands, rest) = value.quotientAndRemainder(dividingBy: 1000)
        let high = thousands > 0 ? [prefix(thousands) + "milésimo"] : []
        let hundred = rest / 100 > 0 ? [hundreds[rest / 100]] : []
        return high + hundred + below100(rest % 100)
    }

    private static func below100(_ value: Int) -> [String] {
        if value == 0 { return [] }
        if value < units.count { return [units[value]] }
        let (ten, unit) = value.quotientAndRemainder(dividingBy: 10)
        if unit == 0 { return [tens[ten]] }
        guard ten < 3 else { return [tens[ten], units[unit]] }
        let stem = ten == 1 ? "decim" : "vigesim"
        return [stem + (unit == 8 ? "" : "o") + units[unit]]
    }

    /// Whole thousands and millions: milésimo, docemilésimo, millonésimo.
    private static func rootOfPower(_ value: Int) -> String? {
        if value % 1_000_000 == 0 { return prefix(value / 1_000_000) + "millonésimo" }
        if value % 1000 == 0 { return prefix(value / 1000) + "milésimo" }
        return nil
    }

    /// A cardinal grown together, without its accents; nothing for one.
    private static func prefix(_ value: Int) -> String {
        value == 1 ? "" : joined(SpanishNumbers.cardinal(value, .masculine))
    }

    private static func joined(_ cardinal: String) -> String {
        cardinal.replacing(" y ", with: "i").replacing(" ", with: "")
            .replacing("ú", with: "u").replacing("ó", with: "o").replacing("é", with: "e")
    }

    static func fraction(
        whole: String?, numerator: String, denominator: String, gender: Form.Gender = .masculine
    ) -> String {
        let agreement: SpanishNumbers.Agreement = gender == .feminine ? .feminine : .alone
        let start = whole.map { SpanishNumbers.cardinal($0, agreement) + " y " } ?? ""
        let isOne = Int(numerator) == 1
        guard let value = Int(denominator), let part = part(value, gender) else {
            return start + SpanishNumbers.cardinal(numerator) + " sobre "
                + SpanishNumbers.cardinal(denominator)
        }
        // "medio", not "un medio"
        if isOne, value == 2 { return start + part }
        let counted: SpanishNumbers.Agreement =
            value == 2 && gender == .feminine ? .feminine : .masculine
        return start + SpanishNumbers.cardinal(numerator, counted) + " " + part
            + (isOne ? "" : "s")
    }

    /// One of so many equal parts; nil where there is no word for it.
    private static func part(_ value: Int, _ gender: Form.Gender) -> String? {
        switch value {
        case 2: return gender == .feminine ? "media" : "medio"
        case 3: return "tercio"
        case 4...10: return units[value]
        case 11...99:
            let stem = joined(SpanishNumbers.cardinal(value, .masculine))
            return stem + (stem.hasSuffix("a") ? "vo" : "avo")
        case 100...999: return value % 100 == 0 ? hundreds[value / 100] : nil
        default: return value > 0 ? rootOfPower(value) : nil
        }
    }
}
