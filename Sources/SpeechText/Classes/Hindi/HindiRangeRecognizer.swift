/// Ranges whose ends are more than whole numbers: 5-7 km, ₹100-200, 10:00-12:30; and 2x2.
struct HindiRangeRecognizer: Recognizer {
    private static let numbers = Wording.hindi.numbers
    private static let times = TimeRecognizer(wording: .hindi)

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        proposeAmounts(line, index, &candidates)
        guard line.number(index) != nil else { return }
        proposeTimes(line, index, &candidates)
        proposeSides(line, index, &candidates)
    }

    /// The unit or the currency of both stands at one end.
    private func proposeAmounts(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let sign = line.phrase(index, in: Wording.hindi.currencies)
        let start = sign.map { index + $0.count } ?? index
        guard line.number(start) != nil, let (low, count) = line.amount(start, Self.numbers) else {
            return
        }
        let dash = start + count
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1),
            line.number(dash + 1) != nil,
            let (high, length) = line.amount(dash + 1, Self.numbers),
            let from = low.value, let to = high.value, from <= to
        else { return }
        let end = dash + 1 + length
        if let (currency, _) = sign {
            guard line.endsWord(end) else { return }
            let content = Semiotic.money(high, scale: nil, currency: currency)
            add(.cardinal(low), content, end - index, &candidates)
            return
        }
        if let (unit, length) = line.phrase(end, in: Wording.hindi.units),
            line.endsWord(end + length)
        {
            let content = Semiotic.measure(high, scale: nil, unit: unit)
            add(.cardinal(low), content, end + length - index, &candidates)
        }
        if let (currency, length) = line.phrase(end, in: Wording.hindi.currencies) {
            let content = Semiotic.money(high, scale: nil, currency: currency)
            add(.cardinal(low), content, end + length - index, &candidates)
        }
    }

    private func proposeTimes(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        var ends: [Candidate] = []
        Self.times.propose(in: line, at: index, to: &ends)
        guard let low = ends.first else { return }
        let dash = index + low.count
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1) else { return }
        ends.removeAll()
        Self.times.propose(in: line, at: dash + 1, to: &ends)
        guard let high = ends.last else { return }
        add(low.content, high.content, low.count + 1 + high.count, &candidates)
    }

    private func add(
        _ low: Semiotic, _ high: Semiotic, _ count: Int, _ candidates: inout [Candidate]
    ) {
        candidates.append(Candidate(count, .range(low, high, word: "से"), cost: 15))
    }

    /// Length and breadth: 12x15, 3 × 4.
    private func proposeSides(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (low, count) = line.amount(index, Self.numbers) else { return }
        let by = index + count
        guard line.word(by) == "x", line.touches(by) == line.touches(by + 1),
            line.number(by + 1) != nil, let (high, length) = line.amount(by + 1, Self.numbers),
            line.endsWord(by + 1 + length)
        else { return }
        let content = Semiotic.range(.cardinal(low), .cardinal(high), word: "बाई")
        candidates.append(Candidate(by + 1 + length - index, content, cost: 14))
    }
}
