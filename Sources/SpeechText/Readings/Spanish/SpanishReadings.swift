/// Semiotic classes in Spanish words.
enum SpanishReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): SpanishNumbers.numeral(numeral)
        case .ordinal(let digits, let form): SpanishOrdinals.ordinal(digits, form)
        case .digits(let groups): digits(groups)
        case .year(let year), .decade(let year): SpanishNumbers.cardinal(year)
        case .fraction(let whole, let numerator, let denominator):
            SpanishOrdinals.fraction(whole: whole, numerator: numerator, denominator: denominator)
        case .date(let day): date(day)
        case .time(let clock): SpanishTimes.time(clock)
        case .money(let amount, let scale, let currency): money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): measure(amount, scale, unit)
        case .range(let low, let high, let word): "\(words(for: low)) \(word) \(words(for: high))"
        case .roman(let value, let ordinal):
            ordinal
                ? SpanishOrdinals.ordinal(String(value), .plain) : SpanishNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): SpanishAddresses.electronic(address)
        case .silent: ""
        }
    }

    /// Groups of digits, parted by commas; a "plus" may stand before them.
    private static func digits(_ groups: String) -> String {
        let isForeign = groups.hasPrefix("plus ")
        let text = isForeign ? groups.dropFirst(5) : groups[...]
        let parts = text.split(separator: ",").map { SpanishNumbers.spelled(String($0)) }
        return (isForeign ? "más " : "") + parts.joined(separator: ", ")
    }

    private static func date(_ day: Day) -> String {
        let month = SpanishWording.monthNames[day.month]
        let rest = month + (day.year.map { " de " + SpanishNumbers.cardinal($0) } ?? "")
        guard let number = day.day else { return rest }
        return (number == 1 ? "primero" : SpanishNumbers.cardinal(number)) + " de " + rest
    }

    private static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        if let scale { return scaled(amount, scale, currency.many, currency.gender) }
        // Two decimals are small change, where the currency has any.
        if let cents = amount.fraction, cents.utf8.count <= 2, let one = currency.centOne,
            let many = currency.centMany, let figure = Int(cents)
        {
            let value = cents.utf8.count == 1 ? 10 * figure : figure
            let change = SpanishNumbers.cardinal(value, .init(currency.centGender))
            let words = change + " " + (value == 1 ? one : many)
            var whole = amount
            whole.fraction = nil
            if value == 0 { return money(whole, nil, currency) }
            if (amount.value ?? 0) == 0 { return (amount.negative ? "menos " : "") + words }
            return money(whole, nil, currency) + " " + words
        }
        return SpanishNumbers.numeral(amount, .init(currency.gender)) + " "
            + (amount.isOne ? currency.one : currency.many)
    }

    private static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        if let scale { return scaled(amount, scale, unit.many, unit.gender) }
        let name = amount.isOne ? unit.one : unit.many
        // "uno por ciento": no noun follows.
        let agreement: SpanishNumbers.Agreement =
            unit.many.hasPrefix("por ") ? .alone : .init(unit.gender)
        return SpanishNumbers.numeral(amount, agreement) + " " + name
    }

    /// Dos millones de euros, dos mil euros.
    private static func scaled(
        _ amount: Numeral, _ scale: String, _ name: String, _ gender: Form.Gender
    ) -> String {
        let isThousand = scale == "mil"
        let isBare = isThousand && amount.isOne && !amount.negative
        let words = isBare ? scale : SpanishNumbers.numeral(amount, .masculine) + " " + scale
        let joint = isThousand || name.hasPrefix("por ") ? " " : " de "
        return name.isEmpty ? words : words + joint + name
    }
}
