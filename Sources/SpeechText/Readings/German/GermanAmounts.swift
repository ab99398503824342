/// Money and measures in German words.
enum GermanAmounts {
    static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        if let scale { return scaled(amount, scale) + " " + currency.many }
        var amount = amount
        if let fraction = amount.fraction {
            amount.fraction = fraction.droppingZeros
            if let words = change(amount, currency) { return words }
        }
        return GermanNumbers.numeral(amount, one: currency.gender.one) + " "
            + (amount.isOne ? currency.one : currency.many)
    }

    /// Up to two decimals are small change, where the currency has any.
    private static func change(_ amount: Numeral, _ currency: Currency) -> String? {
        guard let fraction = amount.fraction, fraction.utf8.count <= 2,
            let one = currency.centOne, let many = currency.centMany
        else { return nil }
        var whole = amount
        whole.fraction = nil
        let digits = fraction.utf8.count == 1 ? fraction + "0" : fraction
        guard let value = Int(digits), value > 0 else { return money(whole, nil, currency) }
        let words =
            GermanNumbers.cardinal(String(value), one: currency.centGender.one) + " "
            + (value == 1 ? one : many)
        if (amount.value ?? 0) == 0 { return (amount.negative ? "minus " : "") + words }
        return money(whole, nil, currency) + " " + words
    }

    static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        if let scale { return scaled(amount, scale) + (unit.many.isEmpty ? "" : " " + unit.many) }
        return GermanNumbers.numeral(amount, one: unit.gender.one) + " "
            + (amount.isOne ? unit.one : unit.many)
    }

    /// Scales are feminine but for a thousand.
    private static func scaled(_ amount: Numeral, _ scale: String) -> String {
        if scale == "tausend", amount.fraction == nil {
            return GermanNumbers.numeral(amount, one: "ein") + scale
        }
        return GermanNumbers.numeral(amount, one: amount.isOne ? "eine" : "eins") + " " + scale
    }
}

extension Form.Gender {
    /// The number one before a noun.
    fileprivate var one: String { self == .feminine ? "eine" : "ein" }
}

extension String {
    /// Decimals without the zeros at their end; none of them is zero cents.
    fileprivate var droppingZeros: String {
        var digits = self[...]
        while digits.utf8.count > 2, digits.last == "0" { digits = digits.dropLast() }
        return String(digits)
    }
}
