/// Amounts with a stroke for "no paise" and debts: ₹500/-, 500/-, -₹500.
struct HindiMoneyRecognizer: Recognizer {
    private static let common = MoneyRecognizer(wording: .hindi)
    private static let rupees = Wording.hindi.currencies["₹"]!

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeDebt(line, index, &candidates)
        proposeLakhCrore(line, index, &candidates)
        var amounts: [Candidate] = []
        Self.common.propose(in: line, at: index, to: &amounts)
        if line.startsWord(index),
            let (numeral, count) = line.amount(index, Wording.hindi.numbers)
        {
            let content = Semiotic.money(numeral, scale: nil, currency: Self.rupees)
            amounts.append(Candidate(count, content, cost: 14))
        }
        for amount in amounts {
            let end = index + amount.count
            guard line.touchingMark(end, "/"), line.touchingMark(end + 1, "-"),
                line.touchingNumber(end + 2) == nil
            else { continue }
            candidates.append(Candidate(amount.count + 2, amount.content, cost: amount.cost))
        }
    }

    /// ₹1.2 लाख करोड़: two scales.
    private func proposeLakhCrore(
        _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.startsWord(index), line.number(index) == nil,
            let (currency, length) = line.phrase(index, in: Wording.hindi.currencies),
            let (numeral, count) = line.amount(index + length, Wording.hindi.numbers),
            line.word(index + length + count) == "लाख",
            line.word(index + length + count + 1) == "करोड़"
        else { return }
        let content = Semiotic.money(numeral, scale: "लाख करोड़", currency: currency)
        candidates.append(Candidate(length + count + 2, content, cost: 12))
    }

    private func proposeDebt(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isSign(index), line.startsFresh(index), line.touches(index + 1),
            let (currency, length) = line.phrase(index + 1, in: Wording.hindi.currencies),
            var (numeral, count) = line.amount(index + 1 + length, Wording.hindi.numbers)
        else { return }
        numeral.negative = true
        count += 1 + length
        let content = Semiotic.money(numeral, scale: nil, currency: currency)
        candidates.append(Candidate(count, content, cost: 13))
    }
}
