/// Amounts of money, the currency before or behind them: $5.50, 20 EUR, 3 Mio. €.
struct MoneyRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.startsWord(index), line.number(index) == nil,
            let (currency, length) = line.phrase(index, in: wording.currencies),
            let (numeral, count) = line.amount(index + length, wording.numbers),
            // "5 € 3 Tage": it belongs to the amount before it.
            line.number(index - 1) == nil || line.touches(index + length)
        {
            let end = index + length + count
            add(numeral, currency, index, end, nil, &candidates)
            // $100 USD is told twice: the code says more.
            if line[end]?.kind == .word,
                let (code, more) = line.phrase(end, in: wording.currencies)
                    ?? line.phrase(end, in: wording.currencyNames), line.endsWord(end + more)
            {
                add(numeral, code, index, end + more, nil, &candidates)
            }
            if let scale = wording.scale(line, end) {
                add(numeral, currency, index, end + 1, scale(numeral), &candidates)
            }
        }
        guard let (numeral, scale, end) = wording.scaledAmount(line, index) else { return }
        var at = end
        // "drei Millionen de euros"
        if scale != nil, let joint = line.word(at), wording.dateJoints.contains(joint) { at += 1 }
        guard
            let (currency, length) = line.phrase(at, in: wording.currencies)
                ?? line.phrase(at, in: wording.currencyNames)
        else { return }
        add(numeral, currency, index, at + length, scale, &candidates)
    }

    private func add(
        _ numeral: Numeral, _ currency: Currency, _ start: Int, _ end: Int, _ scale: String?,
        _ candidates: inout [Candidate]
    ) {
        candidates.append(
            Candidate(
                end - start, .money(numeral, scale: scale, currency: currency),
                cost: scale == nil ? 13 : 12))
    }
}
