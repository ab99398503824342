/// Ordinals, two as a count, and numbers with the Latin letter for ten thousand: 第5, 2个, 300w.
struct ChineseNumberRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.word(index) == "第", let digits = line.touchingNumber(index + 1),
            !(line.touchingMark(index + 2, ".") && line.touchingNumber(index + 3) != nil)
        {
            candidates.append(Candidate(2, .ordinal(digits), cost: 20))
        }
        guard let digits = line.number(index), line.startsWord(index) else { return }
        if digits == "2", isCount(line, index) {
            let unit = Unit(line[index + 1]!.text, "")
            let numeral = Numeral(digits: digits)
            candidates.append(Candidate(2, .measure(numeral, scale: nil, unit: unit), cost: 13))
        }
        if let (numeral, count) = line.amount(index, ChineseWording.numbers),
            line[index + count]?.text == "w", line.touches(index + count),
            line.endsWord(index + count + 1)
        {
            let unit = Unit("万", "")
            candidates.append(
                Candidate(count + 1, .measure(numeral, scale: nil, unit: unit), cost: 12))
        }
    }

    /// Two things, and not the second one or a sum that ends in two.
    private func isCount(_ line: Line, _ index: Int) -> Bool {
        guard let next = line.word(index + 1), line.touches(index + 1),
            ChineseCounters.single.contains(next)
                || line.isAhead(index + 1, ChineseCounters.longer),
            !line.isAhead(index + 1, ChineseCounters.ordinals)
        else { return false }
        if line.touches(index), let before = line[index - 1] {
            if ["第", "点", "时"].contains(before.text) { return false }
            if [".", ",", "/", ":"].contains(before.text), line.number(index - 2) != nil {
                return false
            }
        }
        return true
    }
}
