/// Amounts of money and of units in French words.
enum FrenchAmounts {
    static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        if let scale { return scaled(amount, scale, currency.many, .masculine) }
        // Two decimals are small change, where the currency has any.
        if let cents = amount.fraction, cents.utf8.count <= 2, let one = currency.centOne,
            let many = currency.centMany, let figure = Int(cents)
        {
            let value = cents.utf8.count == 1 ? 10 * figure : figure
            let change = FrenchNumbers.cardinal(value, currency.centGender)
            let coins = change + " " + (value > 1 ? many : one)
            var whole = amount
            whole.fraction = nil
            if value == 0 { return money(whole, nil, currency) }
            if (amount.value ?? 0) == 0 { return (amount.negative ? "moins " : "") + coins }
            return money(whole, nil, currency) + " " + (value < 10 ? "et " + coins : change)
        }
        return counted(amount, currency.one, currency.many, currency.gender)
    }

    static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        if let scale { return scaled(amount, scale, unit.many, unit.gender) }
        return counted(amount, unit.one, unit.many, unit.gender)
    }

    /// The plural begins at two: 1,5 litre.
    private static func counted(
        _ amount: Numeral, _ one: String, _ many: String, _ gender: Form.Gender
    ) -> String {
        // "mille euros", not "un mille euros".
        if amount.isOne, one.hasPrefix("mille ") { return one }
        let name = (amount.value ?? 2) < 2 ? one : many
        let words = FrenchNumbers.numeral(amount, gender)
        if name.isEmpty { return words }
        let isNoun = amount.fraction == nil && amount.digits.hasSuffix("000000")
        return words + " " + (isNoun ? withOf(name) : name)
    }

    /// "deux millions d'euros", but "deux mille euros".
    private static func scaled(
        _ amount: Numeral, _ scale: String, _ name: String, _ gender: Form.Gender
    ) -> String {
        let isAdjective = scale == "mille"
        let words = amount.isOne && isAdjective ? "" : FrenchNumbers.numeral(amount) + " "
        if name.isEmpty { return words + scale }
        return words + scale + " " + (isAdjective ? name : withOf(name))
    }

    /// "pour cent" takes no "de".
    private static func withOf(_ name: String) -> String {
        if name.hasPrefix("pour ") { return name }
        let elides = name.unicodeScalars.first.map(vowels.contains) ?? false
        return (elides ? "d'" : "de ") + name
    }

    private static let vowels = Set("aeiouhéèêàâîôœAEIOUHÉÈ".unicodeScalars)
}
