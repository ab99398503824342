extension Line {
    /// A number with thousands separators and a decimal point: 7, 1,250, 3.5, .75, -4.
    func amount(_ index: Int) -> AmountMemo.Amount? { remembered(index) { findAmount(index) } }

    private func findAmount(_ index: Int) -> AmountMemo.Amount? {
        var at = index
        var numeral = Numeral(digits: "")
        if isSign(at), startsFresh(at), touches(at + 1) {
            numeral.negative = true
            at += 1
        }
        if let digits = number(at) {
            numeral.digits = digits
            at += 1
            if digits.utf8.count <= 3, digits != "0" {
                while isMark(at, ","), touches(at), let group = touchingNumber(at + 1),
                    group.utf8.count == 3, at < index + 26
                {
                    numeral.digits += group
                    at += 2
                }
            }
        } else {
            guard isMark(at, "."), startsFresh(at) || numeral.negative || isCurrencyMark(at - 1),
                touchingNumber(at + 1) != nil
            else { return nil }
        }
        // A second point makes it a version, an address or a date.
        if touchingMark(at, ".") || numeral.digits.isEmpty,
            let fraction = touchingNumber(at + 1),
            !(touchingMark(at + 2, ".") && touchingNumber(at + 3) != nil)
        {
            numeral.fraction = fraction
            at += 2
        }
        return (numeral, at - index)
    }

    private func isCurrencyMark(_ index: Int) -> Bool {
        guard let token = self[index], token.kind == .mark else { return false }
        let scalar = token.scalar
        return scalar.isASCII
            ? scalar == "$" : scalar.properties.generalCategory == .currencySymbol
    }

    func isSign(_ index: Int) -> Bool { isMark(index, "-") || isMark(index, "−") }

    func isDash(_ index: Int) -> Bool {
        isMark(index, "-") || isMark(index, "–") || isMark(index, "−") || isMark(index, "—")
    }

    /// Million and the like, after an amount.
    func scale(_ index: Int) -> String? {
        guard let word = word(index) else { return nil }
        switch word {
        case "hundred", "thousand", "million", "billion", "trillion", "quadrillion": return word
        case "mn", "mln": return "million"
        case "bn": return "billion"
        case "tn", "trn": return "trillion"
        default: return nil
        }
    }
}
