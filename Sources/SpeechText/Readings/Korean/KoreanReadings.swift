/// Semiotic classes in Korean words.
enum KoreanReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): KoreanNumbers.numeral(numeral)
        case .ordinal(let digits, _): KoreanNumbers.ordinal(digits)
        case .digits(let groups): digits(groups)
        case .year(let year), .decade(let year): KoreanNumbers.cardinal(year)
        case .fraction(let whole, let numerator, let denominator):
            fraction(whole, numerator, denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency): money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): measure(amount, scale, unit)
        // Neighbours without a word between them are one: 두세.
        case .range(.cardinal(let low), .cardinal, word: ""):
            KoreanNumbers.nativePair(low.value ?? 0)
        case .range(let low, let high, let word): words(for: low) + word + " " + words(for: high)
        case .roman(let value, _): KoreanNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): KoreanAddresses.words(for: address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; words may stand before them.
    private static func digits(_ groups: String) -> String {
        let start = groups.firstIndex { $0.isASCII && $0.isNumber } ?? groups.endIndex
        let title = groups[..<start] == "plus " ? "국가번호 " : String(groups[..<start])
        let parts = groups[start...].split(separator: ",").map { KoreanNumbers.spelled($0) }
        return title + parts.joined(separator: ", ")
    }

    /// The sign stands before all, whether the whole or the numerator bears it.
    private static func fraction(
        _ whole: String?, _ numerator: String, _ denominator: String
    ) -> String {
        let isNegative = (whole ?? numerator).hasPrefix("-")
        let upper = numerator.hasPrefix("-") ? String(numerator.dropFirst()) : numerator
        var words = KoreanNumbers.part(denominator) + "분의 " + KoreanNumbers.part(upper)
        if let whole {
            let part = KoreanNumbers.part(whole.hasPrefix("-") ? String(whole.dropFirst()) : whole)
            words = part + KoreanParticles.agreeing("과", with: part) + " " + words
        }
        return (isNegative ? "마이너스 " : "") + words
    }

    private static func date(_ day: Day) -> String {
        var month = Numeral(digits: String(day.month))
        month.form.ending = "월"
        var words = [KoreanNumbers.numeral(month) + "월"]
        if let year = day.year { words.insert(KoreanNumbers.cardinal(year) + "년", at: 0) }
        if let day = day.day { words.append(KoreanNumbers.cardinal(day) + "일") }
        return words.joined(separator: " ")
    }

    private static func time(_ clock: Clock) -> String {
        var words = clock.half.map { [$0] } ?? []
        var hour = Numeral(digits: String(clock.hour))
        hour.form.ending = "시"
        words.append(KoreanNumbers.numeral(hour) + "시")
        let second = clock.second ?? 0
        if let minute = clock.minute, minute > 0 || second > 0 {
            words.append(KoreanNumbers.cardinal(minute) + "분")
        }
        if second > 0 { words.append(KoreanNumbers.cardinal(second) + "초") }
        return words.joined(separator: " ")
    }

    private static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        // Won follow the number as if it were one word, others do not.
        let gap = currency.one.hasPrefix("원") ? "" : " "
        if scale == nil, let cents = amount.fraction, cents.utf8.count == 2,
            let name = currency.centOne, let change = Int(cents)
        {
            var whole = amount
            whole.fraction = nil
            let words = KoreanNumbers.numeral(whole) + gap + currency.one
            if change == 0 { return words }
            let small = KoreanNumbers.cardinal(change) + " " + name
            return whole.value == 0 && !whole.negative ? small : words + " " + small
        }
        return KoreanNumbers.numeral(amount) + (scale ?? "") + gap + currency.one
    }

    private static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        let words = KoreanNumbers.numeral(amount) + (scale ?? "")
        // Degrees name their scale first: 섭씨 이십 도.
        if unit.one.hasSuffix(" 도") { return "\(unit.one.dropLast(2)) \(words) 도" }
        return unit.one.isEmpty ? words : words + " " + unit.one
    }
}
