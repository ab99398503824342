/// Two numbers with a mark between them: pages 5-7, a score of 3-1, odds of 2:1, 3x4.
struct SpanishRangeRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), line.number(index) != nil,
            !(line.touches(index) && line.isDash(index - 1)),
            let (low, count) = line.amount(index, wording.numbers)
        else { return }
        let joint = index + count
        // Both sides touch, or neither does.
        guard line.touches(joint) == line.touches(joint + 1), line.number(joint + 1) != nil,
            let (high, length) = line.amount(joint + 1, wording.numbers),
            let word = word(line, joint)
        else { return }
        let end = joint + 1 + length
        guard !(line.touches(end) && line.isDash(end)) else { return }
        propose(low, high, word, line, index, end, &candidates)
    }

    private func propose(
        _ low: Numeral, _ high: Numeral, _ word: String, _ line: Line, _ index: Int, _ end: Int,
        _ candidates: inout [Candidate]
    ) {
        let content = Semiotic.range(.cardinal(low), .cardinal(high), word: word)
        if line.endsWord(end) { candidates.append(Candidate(end - index, content, cost: 33)) }
        // 3-5 h: both ends agree with the unit.
        guard let (unit, count) = line.phrase(end, in: wording.units), line.endsWord(end + count)
        else { return }
        let first = Semiotic.symbol(SpanishNumbers.numeral(low, .init(unit.gender)))
        let second = Semiotic.measure(high, scale: nil, unit: unit)
        candidates.append(
            Candidate(end + count - index, .range(first, second, word: word), cost: 38))
    }

    private func word(_ line: Line, _ index: Int) -> String? {
        if line.isDash(index) { return SpanishSymbolRecognizer.isMinus(line, index) ? nil : "a" }
        if line.isMark(index, ":"), line.touches(index) { return "a" }
        return line.isMark(index, "×") || line.word(index) == "x" ? "por" : nil
    }
}
