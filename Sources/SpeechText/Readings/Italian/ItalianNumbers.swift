/// Numbers in Italian words; hundreds stand apart, so that long numbers stay easy to read.
enum ItalianNumbers {
    static let small = [
        "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
        "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette",
        "diciotto", "diciannove",
    ]
    private static let tens = [
        "", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta",
        "novanta",
    ]
    /// From a million on, each a thousand times the one before.
    private static let scales = [
        ("milione", "milioni"), ("miliardo", "miliardi"), ("bilione", "bilioni"),
        ("biliardo", "biliardi"), ("trilione", "trilioni"), ("triliardo", "triliardi"),
        ("quadrilione", "quadrilioni"), ("quadriliardo", "quadriliardi"),
        ("quintilione", "quintilioni"), ("quintiliardo", "quintiliardi"),
        ("sestilione", "sestilioni"),
    ]

    /// Any string of digits; more than the scales reach are said one by one.
    static func cardinal(_ digits: String) -> String {
        let groups = DigitGroups(digits, of: 3)
        if groups.isEmpty { return small[0] }
        guard groups.count <= scales.count + 2 else { return spelled(digits) }
        let words = groups.filter { $0.value > 0 }.map { scaled($0.value, $0.power) }
        return words.joined(separator: " ")
    }

    static func cardinal(_ value: Int) -> String { cardinal(String(value)) }

    /// Up to 999 of what the power of a thousand names.
    private static func scaled(_ value: Int, _ power: Int) -> String {
        switch power {
        case 0: return below1000(value)
        case 1: return value == 1 ? "mille" : below1000(value) + "mila"
        default:
            let (one, many) = scales[power - 2]
            return value == 1 ? "un " + one : below1000(value) + " " + many
        }
    }

    private static func below1000(_ value: Int) -> String {
        let (hundreds, rest) = value.quotientAndRemainder(dividingBy: 100)
        if hundreds == 0 { return below100(rest) }
        let words = (hundreds > 1 ? small[hundreds] : "") + "cento"
        return rest > 0 ? words + " " + below100(rest) : words
    }

    /// Ventuno and ventotto lose a vowel; ventitre is written without its accent, as in the data
    /// that readings are compared with.
    private static func below100(_ value: Int) -> String {
        if value < small.count { return small[value] }
        let (ten, one) = value.quotientAndRemainder(dividingBy: 10)
        switch one {
        case 0: return tens[ten]
        case 1, 8: return tens[ten].dropLast() + small[one]
        default: return tens[ten] + small[one]
        }
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { small[Int($0) - 48] }.joined(separator: " ")
    }

    static func numeral(_ numeral: Numeral) -> String {
        var words = numeral.negative ? "meno " : ""
        words += numeral.digits.isEmpty ? small[0] : cardinal(numeral.digits)
        guard let fraction = numeral.fraction else { return words }
        return words + " virgola " + decimals(fraction)
    }

    /// Decimals are said as a number where they are few, in pairs where they are more: 1416
    /// quattordici sedici; one by one where there are zeros to be heard.
    private static func decimals(_ digits: String) -> String {
        let figures = digits.utf8.map { Int($0) - 48 }
        guard figures[0] != 0, figures.count <= 6 else { return spelled(digits) }
        if figures.count <= 3 { return cardinal(digits) }
        var words: [String] = []
        for at in stride(from: 0, to: figures.count, by: 2) {
            guard at + 1 < figures.count else {
                words.append(small[figures[at]])
                break
            }
            guard figures[at] != 0 else { return spelled(digits) }
            words.append(below100(figures[at] * 10 + figures[at + 1]))
        }
        return words.joined(separator: " ")
    }

    /// Whether the words end in a noun of their own: un milione di euro.
    static func isRoundMillion(_ numeral: Numeral) -> Bool {
        numeral.fraction == nil && numeral.digits.utf8.count > 6
            && numeral.digits.utf8.suffix(6).allSatisfy { $0 == 48 }
    }

    /// 3/4 tre quarti, 1 1/2 uno e mezzo, 1/2 un mezzo.
    static func fraction(whole: String?, numerator: String, denominator: String) -> String {
        let isOne = Int(numerator) == 1
        let parts: String
        // 120/80 is a pressure rather than eightieths.
        let isImproper = (Int(numerator) ?? 0) >= (Int(denominator) ?? 0)
        switch Int(denominator) {
        case 2 where isOne && whole != nil: parts = "mezzo"
        case 2: parts = isOne ? "un mezzo" : cardinal(numerator) + " mezzi"
        case .some(3...100) where !isImproper || numerator.utf8.count < 2, 1000:
            let form = Form(gender: .masculine, isPlural: !isOne)
            parts =
                (isOne ? "un" : cardinal(numerator)) + " "
                + ItalianOrdinals.ordinal(denominator, form)
        default: parts = cardinal(numerator) + " su " + cardinal(denominator)
        }
        return whole.map { cardinal($0) + " e " + parts } ?? parts
    }
}
