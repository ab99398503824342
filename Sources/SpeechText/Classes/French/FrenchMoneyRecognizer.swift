/// Amounts with the name of a currency in full: 2,50 euros.
struct FrenchMoneyRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let (numeral, count) = line.amount(index, wording.numbers),
            line.startsWord(index) || numeral.negative, let name = line.word(index + count),
            let currency = FrenchCurrencies.named[name], line.endsWord(index + count + 1)
        else { return }
        let content = Semiotic.money(numeral, scale: nil, currency: currency)
        candidates.append(Candidate(count + 1, content, cost: 13))
    }
}
