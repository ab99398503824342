/// Amounts whose currency is a name, or whose cents stand behind a dot: 1 euro, 3.50 €.
struct ItalianMoneyRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if let (currency, length) = line.phrase(index, in: ItalianCurrencies.table),
            let numeral = dotted(line, index + length), line.number(index) == nil
        {
            candidates.append(money(length + 3, numeral, nil, currency))
        }
        if let numeral = dotted(line, index),
            let (currency, length) = currency(line, index + 3)
        {
            candidates.append(money(3 + length, numeral, nil, currency))
        }
        guard let (numeral, count) = line.amount(index, ItalianWording.wording.numbers) else {
            return
        }
        var at = index + count
        let scale = ItalianWording.wording.scale(line, at)
        if scale != nil { at += line.touchingMark(at + 1, ".") ? 2 : 1 }
        if scale != nil, let joint = line.word(at), joint == "di" { at += 1 }
        guard let name = line.word(at), let currency = ItalianCurrencies.names[name] else { return }
        candidates.append(money(at + 1 - index, numeral, scale?(numeral), currency))
    }

    private func money(
        _ count: Int, _ numeral: Numeral, _ scale: String?, _ currency: Currency
    ) -> Candidate {
        Candidate(
            count, .money(numeral, scale: scale, currency: currency), cost: scale == nil ? 12 : 11)
    }

    private func currency(_ line: Line, _ index: Int) -> (Currency, Int)? {
        if let name = line.word(index), let currency = ItalianCurrencies.names[name] {
            return (currency, 1)
        }
        return line.phrase(index, in: ItalianCurrencies.table).map { ($0.value, $0.count) }
    }

    /// 3.50 as three units and fifty hundredths.
    private func dotted(_ line: Line, _ index: Int) -> Numeral? {
        guard let digits = line.number(index), line.touchingMark(index + 1, "."),
            let cents = line.touchingNumber(index + 2), cents.utf8.count == 2,
            !line.touchingMark(index + 3, ".") || line.touchingNumber(index + 4) == nil
        else { return nil }
        return Numeral(digits: digits, fraction: cents)
    }
}
