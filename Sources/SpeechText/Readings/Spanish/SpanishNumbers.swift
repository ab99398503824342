/// Cardinals, decimals and single digits in Spanish words.
enum SpanishNumbers {
    /// How a number follows the noun behind it: uno, un día, una hora.
    enum Agreement {
        case alone, masculine, feminine

        init(_ gender: Form.Gender) { self = gender == .feminine ? .feminine : .masculine }
    }

    static let small = [
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
        "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
        "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro",
        "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
    ]
    private static let tens = [
        "", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
    ]
    /// Without their ending, -os or -as.
    private static let hundreds = [
        "", "", "doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient",
        "ochocient", "novecient",
    ]
    /// Powers of a million.
    private static let scales = [
        ("", ""), ("millón", "millones"), ("billón", "billones"), ("trillón", "trillones"),
        ("cuatrillón", "cuatrillones"), ("quintillón", "quintillones"),
        ("sextillón", "sextillones"),
    ]

    /// Any string of digits; more than 42 of them are said one by one.
    static func cardinal(_ digits: String, _ agreement: Agreement = .alone) -> String {
        let groups = DigitGroups(digits, of: 6)
        if groups.isEmpty { return "cero" }
        guard groups.count <= scales.count else { return spelled(digits) }
        var words: [String] = []
        for group in groups where group.value > 0 {
            if group.power == 0 {
                words.append(belowMillion(group.value, agreement))
            } else {
                let scale = scales[group.power]
                words += [
                    belowMillion(group.value, .masculine), group.value == 1 ? scale.0 : scale.1,
                ]
            }
        }
        return words.joined(separator: " ")
    }

    static func cardinal(_ value: Int, _ agreement: Agreement = .alone) -> String {
        cardinal(String(value), agreement)
    }

    private static func belowMillion(_ value: Int, _ agreement: Agreement) -> String {
        let (thousands, rest) = value.quotientAndRemainder(dividingBy: 1000)
        let ending = agreement == .feminine ? "as" : "os"
        var words: [String] = []
        // Before "mil" the last one is always cut short: doscientas veintiún mil.
        if thousands > 1 { words.append(below1000(thousands, ending, .masculine)) }
        if thousands > 0 { words.append("mil") }
        if rest > 0 { words.append(below1000(rest, ending, agreement)) }
        return words.joined(separator: " ")
    }

    private static func below1000(
        _ value: Int, _ ending: String, _ agreement: Agreement
    ) -> String {
        let (hundred, rest) = value.quotientAndRemainder(dividingBy: 100)
        switch (hundred, rest) {
        case (0, _): return below100(rest, agreement)
        case (1, 0): return "cien"
        case (1, _): return "ciento " + below100(rest, agreement)
        case (_, 0): return hundreds[hundred] + ending
        default: return hundreds[hundred] + ending + " " + below100(rest, agreement)
        }
    }

    private static func below100(_ value: Int, _ agreement: Agreement) -> String {
        switch (value % 10, agreement) {
        case (1, .masculine) where value == 21: return "veintiún"
        case (1, .feminine) where value == 21: return "veintiuna"
        case (1, .masculine) where value == 1: return "un"
        case (1, .feminine) where value == 1: return "una"
        default: break
        }
        if value < 30 { return small[value] }
        let rest = value % 10
        return tens[value / 10] + (rest > 0 ? " y " + below100(rest, agreement) : "")
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { small[Int($0) - 48] }.joined(separator: " ")
    }

    static func numeral(_ numeral: Numeral, _ agreement: Agreement = .alone) -> String {
        let sign = numeral.negative ? "menos " : ""
        guard let fraction = numeral.fraction else {
            return sign + cardinal(numeral.digits, agreement)
        }
        // Only what stands right before its noun is cut short: uno coma cero un segundos.
        let whole = cardinal(numeral.digits, agreement == .masculine ? .alone : agreement)
        let point = numeral.point == "." ? " punto " : " coma "
        return sign + whole + point + decimals(fraction, agreement)
    }

    /// Two by two; a pair that begins with a zero digit by digit.
    private static func decimals(_ digits: String, _ agreement: Agreement) -> String {
        let figures = digits.utf8.map { Int($0) - 48 }
        return stride(from: 0, to: figures.count, by: 2).map { at in
            let isLast = at + 2 >= figures.count
            let form = isLast ? agreement : .alone
            guard at + 1 < figures.count else { return below100(figures[at], form) }
            if figures[at] == 0 { return "cero " + below100(figures[at + 1], form) }
            return below100(10 * figures[at] + figures[at + 1], form)
        }.joined(separator: " ")
    }
}
