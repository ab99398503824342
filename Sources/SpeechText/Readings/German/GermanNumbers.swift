/// Numbers in German words, written as compounds.
enum GermanNumbers {
    static let small = [
        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
        "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
        "neunzehn",
    ]
    private static let tens = [
        "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
        "neunzig",
    ]
    /// Of a million and up, in steps of a thousand.
    private static let scales = [
        "Million", "Milliarde", "Billion", "Billiarde", "Trillion", "Trilliarde", "Quadrillion",
        "Quadrilliarde", "Quintillion", "Quintilliarde", "Sextillion", "Sextilliarde",
    ]

    /// Any string of digits; more than 42 of them are said one by one.
    ///
    /// - Parameter one: what a last one is: eins, ein, eine.
    static func cardinal(_ digits: String, one: String = "eins") -> String {
        let groups = DigitGroups(digits, of: 3)
        if groups.isEmpty { return "null" }
        guard groups.count <= scales.count + 2 else { return spelled(digits) }
        var words: [String] = []
        // Thousands and what is below them are one word.
        var last = ""
        for group in groups where group.value > 0 {
            switch group.power {
            case 0: last += below1000(group.value, one: one)
            case 1: last = below1000(group.value, one: "ein") + "tausend"
            case let power:
                let scale = scales[power - 2]
                let plural = scale.hasSuffix("e") ? scale + "n" : scale + "en"
                words.append(
                    group.value == 1
                        ? "eine " + scale : below1000(group.value, one: "eins") + " " + plural)
            }
        }
        if !last.isEmpty { words.append(last) }
        return words.joined(separator: " ")
    }

    static func cardinal(_ value: Int) -> String { cardinal(String(value)) }

    private static func below1000(_ value: Int, one: String) -> String {
        let (hundreds, rest) = value.quotientAndRemainder(dividingBy: 100)
        let words = rest > 0 ? below100(rest, one: one) : ""
        if hundreds == 0 { return words }
        return (hundreds == 1 ? "ein" : small[hundreds]) + "hundert" + words
    }

    private static func below100(_ value: Int, one: String) -> String {
        if value == 1 { return one }
        if value < 20 { return small[value] }
        let (ten, unit) = value.quotientAndRemainder(dividingBy: 10)
        if unit == 0 { return tens[ten] }
        return (unit == 1 ? "ein" : small[unit]) + "und" + tens[ten]
    }

    /// An ordinal without its ending: dritt, einundzwanzigst, millionst.
    static func ordinalStem(_ digits: String) -> String {
        guard let last = Int(digits.suffix(2)) else { return "" }
        if (1...19).contains(last) {
            let rest = String(digits.dropLast(2)) + "00"
            let before = rest.allSatisfy { $0 == "0" } ? "" : cardinal(rest)
            return before + smallOrdinalStem(last)
        }
        let words = cardinal(digits)
        if words == "null" { return "nullt" }
        guard let start = words.lastIndex(of: " "),
            let scale = scales.first(where: { words[start...].dropFirst().hasPrefix($0) })
        else { return words + "st" }
        // Whole millions grow together with their number: zweimillionst.
        let head = words[..<start].replacingSuffix("eine", by: "ein")
        return head + scale.lowercased().replacingSuffix("de", by: "d") + "st"
    }

    private static func smallOrdinalStem(_ value: Int) -> String {
        switch value {
        case 1: "erst"
        case 3: "dritt"
        case 7: "siebt"
        case 8: "acht"
        default: small[value] + "t"
        }
    }

    static func ordinal(_ digits: String, ending: String = "er") -> String {
        ordinalStem(digits) + (ending.isEmpty ? "er" : ending)
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { small[Int($0) - 48] }.joined(separator: " ")
    }

    /// - Parameter one: how a whole number that ends in one is said.
    static func numeral(_ numeral: Numeral, one: String = "eins") -> String {
        var words = numeral.negative ? "minus " : ""
        guard let fraction = numeral.fraction else {
            return words + cardinal(numeral.digits, one: one)
        }
        words += numeral.digits.isEmpty ? "null" : cardinal(numeral.digits)
        return words + " Komma " + spelled(fraction)
    }

    /// 1998 neunzehnhundertachtundneunzig, 1066 eintausendsechsundsechzig.
    static func year(_ year: Int) -> String {
        guard (1100...1999).contains(year) else { return cardinal(year) }
        let (high, low) = year.quotientAndRemainder(dividingBy: 100)
        return small[high] + "hundert" + (low > 0 ? below100(low, one: "eins") : "")
    }

    static func fraction(whole: String?, numerator: String, denominator: String) -> String {
        guard let below = Int(denominator), below > 1 else {
            return cardinal(numerator) + " durch " + cardinal(denominator)
        }
        let isOne = Int(numerator) == 1
        let parts = cardinal(numerator, one: "ein")
        let half = isOne ? "halb" : "halbe"
        let name = below == 2 ? half : ordinalStem(denominator).capitalizedFirst + "el"
        guard let whole else { return parts + " " + name }
        // Zweieinhalb and dreieinviertel are one word.
        let head = cardinal(whole, one: "ein")
        if below == 2 || below == 4 { return head + parts + name.lowercased() }
        return head + " " + parts + " " + name
    }
}

extension StringProtocol {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    fileprivate func replacingSuffix(_ suffix: String, by other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : String(self)
    }
}
