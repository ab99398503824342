/// Prices that are not written by the rule: CHF 20.50, 5,- €, 5,— Euro.
struct GermanMoneyRecognizer: Recognizer {
    let symbols: PhraseTable<Currency>

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if line.number(index) == nil,
            let (currency, length) = line.phrase(index, in: symbols),
            let (numeral, count) = price(line, index + length)
        {
            let content = Semiotic.money(numeral, scale: nil, currency: currency)
            candidates.append(Candidate(length + count, content, cost: 12))
        }
        guard let (numeral, count) = price(line, index) else { return }
        let at = index + count
        guard
            let (currency, length) = line.phrase(at, in: symbols)
                ?? line.phrase(at, in: GermanCurrencies.names)
        else { return }
        let content = Semiotic.money(numeral, scale: nil, currency: currency)
        candidates.append(Candidate(count + length, content, cost: 12))
    }

    private func price(_ line: Line, _ index: Int) -> (Numeral, Int)? {
        guard let digits = line.number(index), line.touches(index + 1) else { return nil }
        if line.isMark(index + 1, "."), let cents = line.touchingNumber(index + 2),
            cents.utf8.count == 2, line.endsWord(index + 3), !line.touchingMark(index + 3, ".")
        {
            return (Numeral(digits: digits, fraction: cents), 3)
        }
        guard line.isMark(index + 1, ",") || line.isMark(index + 1, "."),
            line.touches(index + 2), line.isDash(index + 2)
        else { return nil }
        return (Numeral(digits: digits), line.touches(index + 3) && line.isDash(index + 3) ? 4 : 3)
    }
}
