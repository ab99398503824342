/// Semiotic classes in Mandarin words.
enum ChineseReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): ChineseNumbers.numeral(numeral)
        case .ordinal(let digits, _): "第" + ChineseNumbers.cardinal(digits)
        case .digits(let groups): digits(groups)
        case .year(let year): ChineseNumbers.year(year)
        case .decade(let year): ChineseNumbers.year(year) + "年代"
        case .fraction(let whole, let numerator, let denominator):
            ChineseNumbers.fraction(whole: whole, numerator: numerator, denominator: denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency): money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): measure(amount, scale, unit)
        case .range(let low, let high, let word): words(for: low) + word + words(for: high)
        case .roman(let value, _): ChineseNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): ChineseAddresses.words(for: address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; a "plus" may stand before them. Short figures are no
    /// names, and one stays 一 in them: 01.
    private static func digits(_ groups: String) -> String {
        if groups.utf8.count <= 2 { return ChineseNumbers.spelled(groups) }
        var text = groups[...]
        var words = ""
        if text.hasPrefix("plus ") {
            words = "加"
            text = text.dropFirst(5)
        }
        let parts = text.split(separator: ",").map { ChineseNumbers.called(String($0)) }
        return words + parts.joined(separator: "，")
    }

    private static func date(_ day: Day) -> String {
        (day.year.map { ChineseNumbers.year($0) + "年" } ?? "")
            + ChineseNumbers.cardinal(day.month) + "月"
            + (day.day.map { ChineseNumbers.cardinal($0) + "日" } ?? "")
    }

    /// A zero before the minutes is said where the hour has one figure and so stands for itself.
    private static func time(_ clock: Clock) -> String {
        let saysZero = clock.hour < 10 && !clock.isPadded
        var words = clock.half ?? ""
        words += (clock.hour == 2 ? "两" : ChineseNumbers.cardinal(clock.hour)) + "点"
        if let minute = clock.minute, minute > 0 || clock.second != nil {
            words += part(minute, saysZero: saysZero) + "分"
        }
        if let second = clock.second { words += part(second, saysZero: saysZero) + "秒" }
        return words
    }

    private static func part(_ value: Int, saysZero: Bool) -> String {
        (saysZero && (1..<10).contains(value) ? "零" : "") + ChineseNumbers.cardinal(value)
    }

    /// Decimals that are only there for the look of a price are left out: 32.00.
    private static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        var sum = amount
        if let cents = amount.fraction, cents.allSatisfy({ $0 == "0" }) { sum.fraction = nil }
        return ChineseNumbers.counting(sum) + (scale ?? "") + currency.one
    }

    /// A part of a whole comes before its number: 百分之五.
    private static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        if unit.one.hasSuffix("分之") {
            var size = amount
            size.negative = false
            return (amount.negative ? "负" : "") + unit.one + ChineseNumbers.numeral(size)
        }
        let keepsTwo = unit.one == "日" || unit.one.utf8.allSatisfy { $0 < 128 }
        return (keepsTwo ? ChineseNumbers.numeral(amount) : ChineseNumbers.counting(amount))
            + (scale ?? "") + unit.one
    }
}
