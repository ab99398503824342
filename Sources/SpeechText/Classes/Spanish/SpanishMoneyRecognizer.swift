/// Amounts of money with thousands of millions, or with an M: 3 mil millones de euros, 5 M€.
struct SpanishMoneyRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if line.number(index) == nil,
            let (currency, length) = line.phrase(index, in: wording.currencies),
            let (numeral, count) = line.amount(index + length, wording.numbers),
            let (scale, end) = scale(line, index + length + count, numeral)
        {
            add(numeral, scale, currency, end - index, &candidates)
        } else if let (numeral, count) = line.amount(index, wording.numbers),
            let (scale, end) = scale(line, index + count, numeral)
        {
            let at = line.word(end) == "de" ? end + 1 : end
            guard let (currency, length) = line.phrase(at, in: wording.currencies),
                line.endsWord(at + length)
            else { return }
            add(numeral, scale, currency, at + length - index, &candidates)
        }
    }

    private func add(
        _ numeral: Numeral, _ scale: String, _ currency: Currency, _ count: Int,
        _ candidates: inout [Candidate]
    ) {
        let money = Semiotic.money(numeral, scale: scale, currency: currency)
        candidates.append(Candidate(count, money, cost: 11))
    }

    private func scale(
        _ line: Line, _ index: Int, _ numeral: Numeral
    ) -> (words: String, end: Int)? {
        guard let token = line[index] else { return nil }
        if token.text == "M", line[index + 1]?.kind != .word {
            return (numeral.isOne ? "millón" : "millones", index + 1)
        }
        guard line.word(index) == "mil", line.word(index + 1) == "millones" else { return nil }
        return ("mil millones", index + 2)
    }
}
