/// Money and measures: how numbers agree with what they count.
enum ItalianAmounts {
    static func money(_ amount: Numeral, _ scale: String?, _ currency: Currency) -> String {
        if let scale { return scaled(amount, scale, currency.many) }
        // Two decimals are small change, where the currency has any; one stands for tens.
        guard let cents = amount.fraction, cents.utf8.count <= 2, let one = currency.centOne,
            let many = currency.centMany, let figure = Int(cents)
        else { return counted(amount, currency.one, currency.many, currency.gender) }
        var whole = amount
        whole.fraction = nil
        let value = cents.utf8.count == 1 ? 10 * figure : figure
        let major = counted(whole, currency.one, currency.many, currency.gender)
        if value == 0 { return major }
        let change = counted(Numeral(digits: String(value)), one, many, currency.centGender)
        if (amount.value ?? 0) == 0 { return (amount.negative ? "meno " : "") + change }
        return major + " " + change
    }

    static func measure(_ amount: Numeral, _ scale: String?, _ unit: Unit) -> String {
        if let scale { return scaled(amount, scale, unit.many) }
        return counted(amount, unit.one, unit.many, unit.gender)
    }

    /// 5 mila euro, 3 milioni di euro.
    private static func scaled(_ amount: Numeral, _ scale: String, _ noun: String) -> String {
        let isThousand = scale == "mila" || scale == "mille"
        var words: String
        if isThousand, amount.isOne {
            words = amount.negative ? "meno mille" : "mille"
        } else if isThousand {
            words = ItalianNumbers.numeral(amount) + (amount.fraction == nil ? "" : " ") + scale
        } else {
            words = counted(amount, scale, scale, .masculine)
        }
        if !noun.isEmpty { words += (isThousand ? " " : " di ") + noun }
        return words
    }

    static func counted(
        _ amount: Numeral, _ one: String, _ many: String, _ gender: Form.Gender
    ) -> String {
        guard amount.isOne else {
            let joint = ItalianNumbers.isRoundMillion(amount) ? " di " : " "
            return ItalianNumbers.numeral(amount) + joint + many
        }
        return (amount.negative ? "meno " : "") + article(before: one, gender) + one
    }

    /// Un metro, uno yen, una tonnellata, un'ora, uno percento: with the space that follows it.
    static func article(before noun: String, _ gender: Form.Gender) -> String {
        let first = noun.first ?? " "
        let startsWithVowel = "aeiouAEIOU".contains(first)
        if gender == .feminine { return startsWithVowel ? "un'" : "una " }
        let isHeavy =
            "zyxZYX".contains(first)
            || ["per", "ps", "gn"].contains { noun.hasPrefix($0) }
            || "sS".contains(first) && !"aeiou".contains(noun.dropFirst().first ?? "a")
        return isHeavy ? "uno " : "un "
    }
}
