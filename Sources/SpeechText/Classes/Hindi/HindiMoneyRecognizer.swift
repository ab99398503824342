/// Amounts that are written with a stroke for "no paise": ₹500/-, 500/-.
struct HindiMoneyRecognizer: Recognizer {
    private static let common = MoneyRecognizer(wording: .hindi)
    private static let rupees = Wording.hindi.currencies["₹"]!

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
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
}
