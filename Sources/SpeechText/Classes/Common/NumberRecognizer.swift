/// Cardinals, decimals, ordinals by a mark, and figures that are said one by one.
struct NumberRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let digits = line.number(index) {
            // H2O and the like have none.
            if line.startsWord(index), let mark = line[index + 1], mark.gap == .none,
                line.endsWord(index + 2),
                let form = wording.ordinalMarks[mark.text]
                    ?? wording.ordinalMarks[line.lower[index + 1]]
            {
                candidates.append(Candidate(2, .ordinal(digits, form), cost: 12))
            }
            // 1.º
            if line.touchingMark(index + 1, "."), let mark = line[index + 2], mark.gap == .none,
                mark.kind != .number, let form = wording.ordinalMarks[mark.text]
            {
                candidates.append(Candidate(3, .ordinal(digits, form), cost: 12))
            }
            // Leading zeros and very long runs are said digit by digit.
            let isLong = digits.utf8.count > wording.longestCardinal
            if isLong || digits.utf8.count > 1 && digits.first == "0" {
                candidates.append(Candidate(1, .digits(digits), cost: 19))
            }
        }
        guard let (numeral, count) = line.amount(index, wording.numbers) else { return }
        candidates.append(Candidate(count, .cardinal(numeral), cost: 20))
        if let scale = wording.scale(line, index + count) {
            let unit = Unit("", "")
            // The dot of a shortened scale: 5 Mio. Menschen.
            let dot = index + count + 1
            let length = line.touchingMark(dot, ".") && !line.isLast(dot) ? count + 2 : count + 1
            candidates.append(
                Candidate(length, .measure(numeral, scale: scale(numeral), unit: unit), cost: 14))
        }
    }
}

extension Wording {
    /// An amount that begins its word, with the scale behind it as it is said, if there is one; and
    /// where both end.
    func scaledAmount(
        _ line: Line, _ index: Int
    ) -> (numeral: Numeral, scale: String?, end: Int)? {
        guard let (numeral, count) = line.amount(index, numbers),
            line.startsWord(index) || numeral.negative
        else { return nil }
        let end = index + count
        guard let words = scale(line, end) else { return (numeral, nil, end) }
        return (numeral, words(numeral), end + (line.touchingMark(end + 1, ".") ? 2 : 1))
    }

    /// A scale behind an amount, as it is said behind a numeral.
    func scale(_ line: Line, _ index: Int) -> ((Numeral) -> String)? {
        guard let word = line.word(index), let scale = scales[word], line.endsWord(index + 1) else {
            return nil
        }
        return { $0.isOne ? scale.one : scale.many }
    }
}
