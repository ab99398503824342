/// Semiotic classes in Hindi words.
enum HindiReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): HindiNumbers.numeral(numeral)
        case .ordinal(let digits, let form): HindiOrdinals.words(digits, form)
        case .digits(let groups): digits(groups)
        case .year(let year): HindiNumbers.year(year)
        case .decade(let year): HindiNumbers.year(year) + " के दशक"
        case .fraction(let whole, let numerator, let denominator):
            fraction(whole, numerator, denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency): money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): measure(amount, scale, unit)
        case .range(let low, let high, let word):
            [words(for: low), word, words(for: high)].filter { !$0.isEmpty }.joined(separator: " ")
        case .roman(let value, let ordinal):
            ordinal ? HindiOrdinals.regnal(value) : HindiNumbers.cardinal(value)
        case .letters(let letters): HindiAddresses.letters(letters)
        case .abbreviation(let words), .symbol(let words), .lexical(let words): words
        case .electronic(let address): HindiAddresses.words(address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; a "plus" may stand before them.
    private static func digits(_ groups: String) -> String {
        let isForeign = groups.hasPrefix("plus ")
        let parts = (isForeign ? groups.dropFirst(5) : groups[...]).split(separator: ",")
        let words = parts.map { HindiNumbers.spelled(String($0)) }.joined(separator: ", ")
        return (isForeign ? "प्लस " : "") + words
    }

    /// Halves and quarters of a whole have words; other fractions are told as they are written.
    private static func fraction(
        _ whole: String?, _ numerator: String, _ denominator: String
    ) -> String {
        let parts = HindiNumbers.cardinal(numerator) + " बटा " + HindiNumbers.cardinal(denominator)
        guard let whole else { return parts }
        let decimals = ["1/2": "5", "1/4": "25", "3/4": "75"][numerator + "/" + denominator]
        if let decimals, let value = Int(whole), value < Int.max,
            let words = HindiNumbers.quarters(value, decimals)
        {
            return words
        }
        return HindiNumbers.cardinal(whole) + " और " + parts
    }

    private static func date(_ day: Day) -> String {
        let month = HindiWords.monthNames[day.month]
        let number = day.day.map { HindiNumbers.cardinal($0) }
        let parts = day.dayFirst ? [number, month] : [month, number]
        return (parts + [day.year.map { HindiNumbers.year($0) }]).compactMap { $0 }
            .joined(separator: " ")
    }

    private static func time(_ clock: Clock) -> String {
        guard let half = clock.half else { return hours(clock) }
        return HindiWords.partOfDay(half, hour: clock.hour) + " " + hours(clock)
    }

    /// सात बजे, सात बजकर दस मिनट, साढ़े सात बजे.
    private static func hours(_ clock: Clock) -> String {
        let minute = clock.minute ?? 0
        if clock.second == nil {
            if let quarters = HindiWords.quarters[minute], (1...12).contains(clock.hour) {
                // Before one o'clock it is a quarter to one.
                let hour = quarters == "75" ? clock.hour % 12 : clock.hour
                let words = hour == 0 ? "पौने एक" : HindiNumbers.quarters(hour, quarters)!
                return words + " बजे"
            }
        }
        let hour = HindiNumbers.cardinal(clock.hour)
        var parts: [String] = []
        if minute > 0 { parts.append(HindiNumbers.cardinal(minute) + " मिनट") }
        if let second = clock.second, second > 0 {
            parts.append(HindiNumbers.cardinal(second) + " सेकंड")
        }
        return parts.isEmpty ? hour + " बजे" : hour + " बजकर " + parts.joined(separator: " ")
    }

    private static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        if let scale { return "\(scaled(amount, scale)) \(currency.many)" }
        // Two decimals are small change, where the currency has any.
        if let cents = amount.fraction, cents.utf8.count <= 2, let one = currency.centOne,
            let many = currency.centMany, let figure = Int(cents)
        {
            let value = cents.utf8.count == 1 ? 10 * figure : figure
            let change = HindiNumbers.cardinal(value) + " " + (value == 1 ? one : many)
            var whole = amount
            whole.fraction = nil
            if value == 0 { return money(whole, nil, currency) }
            if (amount.value ?? 0) == 0 { return (amount.negative ? "माइनस " : "") + change }
            return money(whole, nil, currency) + " " + change
        }
        return HindiNumbers.numeral(amount) + " " + (amount.isOne ? currency.one : currency.many)
    }

    private static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        if let scale {
            return scaled(amount, scale) + (unit.many.isEmpty ? "" : " " + unit.many)
        }
        let name = amount.isOne ? unit.one : unit.many
        // Time and dozens are counted in halves and quarters, as daily speech does.
        let words = HindiWords.quarteredUnits.contains(unit.many) ? quartered(amount) : nil
        return (words ?? HindiNumbers.numeral(amount)) + " " + name
    }

    private static func scaled(_ amount: Numeral, _ scale: String) -> String {
        // A lakh and a quarter is सवा लाख.
        if amount.digits == "1", amount.fraction == "25", !amount.negative { return "सवा " + scale }
        return (quartered(amount) ?? HindiNumbers.numeral(amount)) + " " + scale
    }

    private static func quartered(_ amount: Numeral) -> String? {
        guard !amount.negative, let fraction = amount.fraction, let whole = amount.value,
            whole < 100
        else { return nil }
        return HindiNumbers.quarters(whole, fraction)
    }
}
