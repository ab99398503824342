/// Numbers in French words, as in France: soixante-dix, quatre-vingts.
enum FrenchNumbers {
    private static let small = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
        "dix-neuf",
    ]
    private static let tens = [
        "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt",
        "quatre-vingt",
    ]
    /// Names of the powers of a thousand: the long scale.
    private static let scales = [
        "", "mille", "million", "milliard", "billion", "billiard", "trillion", "trilliard",
        "quadrillion", "quadrilliard", "quintillion", "quintilliard", "sextillion",
    ]

    /// Any string of digits; more than 39 of them are said one by one.
    static func cardinal(_ digits: String, _ gender: Form.Gender = .masculine) -> String {
        let groups = DigitGroups(digits, of: 3)
        if groups.isEmpty { return small[0] }
        guard groups.count <= scales.count else { return spelled(digits) }
        let words = groups.filter { $0.value > 0 }.map { named($0.value, power: $0.power) }
        let all = words.joined(separator: " ")
        return gender == .feminine && all.hasSuffix("un") ? all + "e" : all
    }

    static func cardinal(_ value: Int, _ gender: Form.Gender = .masculine) -> String {
        cardinal(String(value), gender)
    }

    private static func named(_ group: Int, power: Int) -> String {
        switch power {
        case 0: below1000(group, agrees: true)
        // A numeral before mille has no plural: quatre-vingt mille.
        case 1: group == 1 ? "mille" : below1000(group, agrees: false) + " mille"
        default: below1000(group, agrees: true) + " " + scales[power] + (group > 1 ? "s" : "")
        }
    }

    private static func below1000(_ value: Int, agrees: Bool) -> String {
        let (hundreds, rest) = value.quotientAndRemainder(dividingBy: 100)
        if hundreds == 0 { return below100(rest, agrees: agrees) }
        let words = hundreds == 1 ? "cent" : small[hundreds] + " cent"
        if rest == 0 { return hundreds > 1 && agrees ? words + "s" : words }
        return words + " " + below100(rest, agrees: agrees)
    }

    private static func below100(_ value: Int, agrees: Bool) -> String {
        if value < 20 { return small[value] }
        let ten = value / 10
        // Seventy and ninety count on from sixty and eighty.
        let unit = value % 10 + (ten == 7 || ten == 9 ? 10 : 0)
        if unit == 0 { return ten == 8 && agrees ? "quatre-vingts" : tens[ten] }
        let takesAnd = (unit == 1 || unit == 11) && ten < 8
        return tens[ten] + (takesAnd ? " et " : "-") + small[unit]
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { small[Int($0) - 48] }.joined(separator: " ")
    }

    static func numeral(_ numeral: Numeral, _ gender: Form.Gender = .masculine) -> String {
        let sign = numeral.negative ? "moins " : ""
        let whole = numeral.digits.isEmpty ? "0" : numeral.digits
        guard let fraction = numeral.fraction else { return sign + cardinal(whole, gender) }
        return sign + cardinal(whole) + " virgule " + decimals(fraction)
    }

    /// Up to three decimals are a number, more are said in pairs; zeros before them by name.
    static func decimals(_ digits: String) -> String {
        let rest = digits.drop { $0 == "0" }
        var words = Array(repeating: small[0], count: digits.utf8.count - rest.utf8.count)
        if !rest.isEmpty {
            words.append(rest.utf8.count <= 3 ? cardinal(String(rest)) : pairs(rest))
        }
        return words.joined(separator: " ")
    }

    /// Two digits at a time: 1305 is treize zéro cinq.
    static func pairs(_ digits: Substring) -> String {
        var words: [String] = []
        var left = digits
        while !left.isEmpty {
            words.append(zeroed(left.prefix(2)))
            left = left.dropFirst(2)
        }
        return words.joined(separator: " ")
    }

    /// A group of a number that is called or typed: 06 zéro six, 800 huit cents, 4567 in pairs.
    static func group(_ digits: Substring) -> String {
        switch digits.utf8.count {
        case ...3: zeroed(digits)
        case 4, 6, 8, 10: pairs(digits)
        default: spelled(String(digits))
        }
    }

    private static func zeroed(_ digits: Substring) -> String {
        guard digits.first == "0", digits.utf8.count > 1 else { return cardinal(String(digits)) }
        return small[0] + " " + zeroed(digits.dropFirst())
    }
}
