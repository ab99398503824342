/// Ranges with a unit or a currency at their end, and scores: 5-7 km, 10–15 %, 3-1.
struct FrenchRangeRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.number(index) != nil, line.startsFresh(index),
            let (low, count) = line.amount(index, wording.numbers)
        else { return }
        let dash = index + count
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1),
            line.number(dash + 1) != nil,
            let (high, length) = line.amount(dash + 1, wording.numbers)
        else { return }
        let end = dash + 1 + length
        if let (unit, more) = line.phrase(end, in: wording.units), line.endsWord(end + more) {
            let last = Semiotic.measure(high, scale: nil, unit: unit)
            add(low, last, unit.gender, end + more - index, &candidates)
        }
        if let (currency, more) = line.phrase(end, in: wording.currencies),
            line.endsWord(end + more)
        {
            let last = Semiotic.money(high, scale: nil, currency: currency)
            add(low, last, currency.gender, end + more - index, &candidates)
        }
        let isWhole = low.fraction == nil && high.fraction == nil && low.digits.first != "0"
        let endsChain = line.endsWord(end) && !(line.touches(end) && line.isDash(end))
        let isScore =
            line.touches(dash) && !line.isMark(end, "=") && isWhole && endsChain
            && mayBeScore(low, high)
        if isScore {
            let content = Semiotic.range(.cardinal(low), .cardinal(high), word: "à")
            candidates.append(Candidate(end - index, content, cost: 26))
        }
    }

    /// 3-0, 98-102; but 121-1 is the number of a law.
    private func mayBeScore(_ low: Numeral, _ high: Numeral) -> Bool {
        let (first, second) = (low.digits.utf8.count, high.digits.utf8.count)
        return first <= 2 && second <= 3 || first == 3 && (2...3).contains(second)
    }

    private func add(
        _ low: Numeral, _ last: Semiotic, _ gender: Form.Gender, _ count: Int,
        _ candidates: inout [Candidate]
    ) {
        let first = Semiotic.measure(low, scale: nil, unit: Unit("", "", gender))
        candidates.append(Candidate(count, .range(first, last, word: "à"), cost: 22))
    }
}
