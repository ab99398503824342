extension Line {
    /// A number with thousands separators and a decimal point: 7, 1,250, 3.5, .75, -4.
    func amount(_ index: Int) -> AmountMemo.Amount? { amount(index, .english) }

    func isSign(_ index: Int) -> Bool { isMark(index, "-") || isMark(index, "−") }

    func isDash(_ index: Int) -> Bool {
        isMark(index, "-") || isMark(index, "–") || isMark(index, "−") || isMark(index, "—")
    }

    /// Million and the like, after an amount.
    func scale(_ index: Int) -> String? {
        guard let word = word(index) else { return nil }
        switch word {
        case "hundred", "thousand", "million", "billion", "trillion", "quadrillion",
            "lakh", "crore":
            return word
        case "mn", "mln": return "million"
        case "bn": return "billion"
        case "tn", "trn": return "trillion"
        default: return nil
        }
    }
}

extension NumberFormat {
    fileprivate static let english = NumberFormat(point: ".", separators: [","])
}
