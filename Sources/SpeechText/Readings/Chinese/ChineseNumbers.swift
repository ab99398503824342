/// Numbers in Mandarin words.
enum ChineseNumbers {
    private static let figures = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// Any string of digits; more than 40 of them are said one by one.
    ///
    /// Eight digits make a group; groups above the first are so many times 亿, so that there is no
    /// need for the scales above it, whose values are disputed.
    static func cardinal(_ digits: String) -> String {
        let groups = DigitGroups(digits, of: 8)
        if groups.isEmpty { return figures[0] }
        guard groups.count <= 5 else { return spelled(digits) }
        var words = ""
        var hasGap = false
        for group in groups {
            if group.value == 0 {
                hasGap = true
                continue
            }
            if !words.isEmpty, hasGap || group.value < 10_000_000 { words += figures[0] }
            hasGap = false
            words += below100Million(
                group.value, isScaled: group.power > 0, isFirst: words.isEmpty)
            words += String(repeating: "亿", count: group.power)
        }
        return words
    }

    static func cardinal(_ value: Int) -> String { cardinal(String(value)) }

    private static func below100Million(_ value: Int, isScaled: Bool, isFirst: Bool) -> String {
        let (high, low) = value.quotientAndRemainder(dividingBy: 10_000)
        if high == 0 { return below10000(low, isScaled: isScaled, isFirst: isFirst) }
        var words = below10000(high, isScaled: true, isFirst: isFirst) + "万"
        if low > 0 {
            if low < 1000 { words += figures[0] }
            words += below10000(low, isScaled: false, isFirst: false)
        }
        return words
    }

    /// Ten is 十 alone at the beginning and before a scale, else 一十; two is 两 before 千 and
    /// before a scale.
    private static func below10000(_ value: Int, isScaled: Bool, isFirst: Bool) -> String {
        if value == 2, isScaled { return "两" }
        if (10..<20).contains(value), isScaled || isFirst {
            return "十" + (value > 10 ? figures[value - 10] : "")
        }
        var words = ""
        var rest = value
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let figure = rest / unit
            rest %= unit
            if figure > 0 {
                words += unit == 1000 && figure == 2 ? "两" : figures[figure]
                words += name
            } else if !words.isEmpty, rest >= unit / 10, rest > 0 {
                words += figures[0]
            }
        }
        return words
    }

    /// One digit after the other.
    static func spelled(_ digits: String) -> String {
        digits.utf8.map { figures[Int($0) - 48] }.joined()
    }

    /// As numbers are given that name something: one is 幺, which no other digit sounds like.
    static func called(_ digits: String) -> String {
        digits.utf8.map { $0 == 49 ? "幺" : figures[Int($0) - 48] }.joined()
    }

    static func numeral(_ numeral: Numeral) -> String {
        var words = numeral.negative ? "负" : ""
        words += cardinal(numeral.digits)
        if let fraction = numeral.fraction { words += "点" + spelled(fraction) }
        return words
    }

    /// Before what is counted two is 两.
    static func counting(_ numeral: Numeral) -> String {
        guard numeral.digits == "2", numeral.fraction == nil else { return self.numeral(numeral) }
        return (numeral.negative ? "负" : "") + "两"
    }

    /// A year of the century keeps its zero: 08.
    static func year(_ year: Int) -> String {
        spelled((0..<10).contains(year) ? "0\(year)" : String(year))
    }

    static func fraction(whole: String?, numerator: String, denominator: String) -> String {
        (whole.map { cardinal($0) + "又" } ?? "") + cardinal(denominator) + "分之"
            + cardinal(numerator)
    }
}
