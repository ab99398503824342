/// 5-7, 1990–1995: two whole numbers with a dash between them.
struct RangeRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let word = wording.rangeWord, line.startsFresh(index), line.number(index) != nil,
            let (low, count) = line.amount(index, wording.numbers)
        else { return }
        let dash = index + count
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1),
            line.number(dash + 1) != nil,
            let (high, length) = line.amount(dash + 1, wording.numbers)
        else { return }
        let end = dash + 1 + length
        guard line.endsWord(end), !line.isMark(end, "="), !(line.touches(end) && line.isDash(end)),
            isLess(low, high)
        else { return }
        let content = Semiotic.range(.cardinal(low), .cardinal(high), word: word)
        candidates.append(Candidate(end - index, content, cost: 24))
    }

    private func isLess(_ low: Numeral, _ high: Numeral) -> Bool {
        guard let a = low.value, let b = high.value else { return false }
        return a < b && low.digits.first != "0"
    }
}
