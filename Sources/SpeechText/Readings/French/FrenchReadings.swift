/// Semiotic classes in French words.
enum FrenchReadings {
    static func words(for content: Semiotic) -> String {
        switch content {
        case .cardinal(let numeral): FrenchNumbers.numeral(numeral)
        case .ordinal(let digits, let form): FrenchOrdinals.ordinal(digits, form)
        case .digits(let groups): digits(groups)
        case .year(let year): FrenchNumbers.cardinal(year)
        case .decade(let year): "années " + FrenchNumbers.cardinal(year)
        case .fraction(let whole, let numerator, let denominator):
            FrenchOrdinals.fraction(whole: whole, numerator: numerator, denominator: denominator)
        case .date(let day): date(day)
        case .time(let clock): time(clock)
        case .money(let amount, let scale, let currency):
            FrenchAmounts.money(amount, scale, currency)
        case .measure(let amount, let scale, let unit): FrenchAmounts.measure(amount, scale, unit)
        case .range(let low, let high, let word): joined(words(for: low), word, words(for: high))
        case .roman(let value, let isOrdinal):
            isOrdinal ? FrenchOrdinals.ordinal(String(value)) : FrenchNumbers.cardinal(value)
        case .abbreviation(let words), .letters(let words), .symbol(let words),
            .lexical(let words):
            words
        case .electronic(let address): FrenchElectronic.address(address)
        case .silent: ""
        }
    }

    private static func joined(_ parts: String...) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Groups of digits, parted by commas; a "plus" may stand before them.
    private static func digits(_ groups: String) -> String {
        let isForeign = groups.hasPrefix("plus ")
        let parts = groups.dropFirst(isForeign ? 5 : 0).split(separator: ",")
        return (isForeign ? "plus " : "")
            + parts.map(FrenchNumbers.group).joined(separator: ", ")
    }

    private static func date(_ day: Day) -> String {
        let number = day.day.map { $0 == 1 ? "premier" : FrenchNumbers.cardinal($0) } ?? ""
        let year = day.year.map { FrenchNumbers.cardinal($0) } ?? ""
        return joined(number, FrenchMonths.names[day.month], year)
    }

    private static func time(_ clock: Clock) -> String {
        var words = counted(clock.hour, "heure")
        if let second = clock.second {
            words += " " + counted(clock.minute ?? 0, "minute")
            words += " et " + counted(second, "seconde")
        } else if let minute = clock.minute, minute > 0 {
            words += " " + FrenchNumbers.cardinal(minute, .feminine)
        }
        return joined(words, clock.half ?? "")
    }

    private static func counted(_ value: Int, _ unit: String) -> String {
        FrenchNumbers.cardinal(value, .feminine) + " " + unit + (value > 1 ? "s" : "")
    }
}
