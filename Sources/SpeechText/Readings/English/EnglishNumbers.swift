/// Numbers in English words.
enum EnglishNumbers {
    static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let scales = [
        "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion",
        "sextillion", "septillion", "octillion", "nonillion", "decillion",
    ]

    /// Any string of digits; more than 36 of them are said one by one.
    static func cardinal(_ digits: String) -> String {
        let groups = DigitGroups(digits, of: 3)
        if groups.isEmpty { return "zero" }
        guard groups.count <= scales.count else { return spelled(digits) }
        var words: [String] = []
        for group in groups where group.value > 0 {
            words.append(below1000(group.value))
            if group.power > 0 { words.append(scales[group.power]) }
        }
        return words.joined(separator: " ")
    }

    static func cardinal(_ value: Int) -> String { cardinal(String(value)) }

    /// With "and" before the last two digits: one hundred and five, two thousand and seven.
    static func count(_ digits: String) -> String {
        let words = cardinal(digits)
        guard let last = Int(digits.suffix(3)), last % 100 > 0, digits.utf8.count > 2 else {
            return words
        }
        let tail = " " + below100(last % 100)
        let head = words.dropLast(tail.utf8.count)
        guard words.hasSuffix(tail), head.hasSuffix("hundred") || head.hasSuffix("thousand") else {
            return words
        }
        return head + " and" + tail
    }

    private static func below1000(_ value: Int) -> String {
        let (hundreds, rest) = value.quotientAndRemainder(dividingBy: 100)
        if hundreds == 0 { return below100(rest) }
        return small[hundreds] + " hundred" + (rest > 0 ? " " + below100(rest) : "")
    }

    static func below100(_ value: Int) -> String {
        if value < 20 { return small[value] }
        return tens[value / 10] + (value % 10 > 0 ? " " + small[value % 10] : "")
    }

    static func ordinal(_ digits: String) -> String { ordinalForm(of: cardinal(digits)) }

    private static func ordinalForm(of cardinal: String) -> String {
        let start =
            cardinal.lastIndex(of: " ").map { cardinal.index(after: $0) } ?? cardinal.startIndex
        let last = cardinal[start...]
        let form: String
        switch last {
        case "one": form = "first"
        case "two": form = "second"
        case "three": form = "third"
        case "five": form = "fifth"
        case "eight": form = "eighth"
        case "nine": form = "ninth"
        case "twelve": form = "twelfth"
        default: form = last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th"
        }
        return cardinal[..<start] + form
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { small[Int($0) - 48] }.joined(separator: " ")
    }

    /// As soldiers tell the time: eighteen hundred, seven zero five.
    static func hours(_ hour: Int, _ minute: Int) -> String {
        let rest = minute == 0 ? "hundred" : (minute < 10 ? "zero " : "") + cardinal(minute)
        return cardinal(hour) + " " + rest
    }

    static func numeral(_ numeral: Numeral) -> String {
        var words = numeral.negative ? "minus " : ""
        if !numeral.digits.isEmpty { words += count(numeral.digits) }
        guard let fraction = numeral.fraction else { return words }
        return words + (numeral.digits.isEmpty ? "point " : " point ") + spelled(fraction)
    }

    /// 1066 ten sixty six, 1905 nineteen oh five, 2000 two thousand, 476 four seventy six,
    /// 7 oh seven.
    static func year(_ year: Int) -> String {
        let (high, low) = year.quotientAndRemainder(dividingBy: 100)
        if year < 10 { return "oh " + small[year] }
        if year < 100 || year > 9999 || high % 10 == 0 && low < 10 { return cardinal(year) }
        if low == 0 { return below100(high) + " hundred" }
        return below100(high) + (low < 10 ? " oh " : " ") + below100(low)
    }

    /// A decade in the plural: 1980 nineteen eighties, 80 eighties, 1900 nineteen hundreds.
    static func decade(_ year: Int) -> String {
        let words = year > 99 ? self.year(year) : below100(year)
        if words.hasSuffix("y") { return words.dropLast() + "ies" }
        return words + (words.hasSuffix("x") ? "es" : "s")
    }

    static func fraction(whole: String?, numerator: String, denominator: String) -> String {
        let parts = cardinal(numerator)
        let isOne = Int(numerator) == 1
        var words: String
        switch Int(denominator) {
        case 2: words = parts + (isOne ? " half" : " halves")
        case 4: words = parts + (isOne ? " quarter" : " quarters")
        case 0, 1: words = parts + " over " + cardinal(denominator)
        default: words = parts + " " + ordinal(denominator) + (isOne ? "" : "s")
        }
        guard let whole else { return words }
        if isOne, denominator == "2" || denominator == "4" { words = "a " + words.dropFirst(4) }
        return cardinal(whole) + " and " + words
    }
}
