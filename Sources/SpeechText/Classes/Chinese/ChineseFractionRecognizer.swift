/// Fractions with white space around their bar, and parts of a hundred or a thousand: 1 / 2, 5%.
struct ChineseFractionRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let numerator = line.number(index), line.startsWord(index), numerator.utf8.count <= 6,
            line[index + 1]?.gap == .space, line.isMark(index + 1, "/"),
            let denominator = line.number(index + 2), line[index + 2]?.gap == .space,
            denominator.utf8.count <= 6, line.endsWord(index + 3)
        {
            candidates.append(
                Candidate(
                    3, .fraction(whole: nil, numerator: numerator, denominator: denominator),
                    cost: 15))
        }
        guard let (numeral, count) = line.amount(index, ChineseWording.numbers),
            line.startsWord(index) || numeral.negative
        else { return }
        let end = index + count
        if let unit = part(line, end) {
            candidates.append(
                Candidate(count + 1, .measure(numeral, scale: nil, unit: unit), cost: 12))
        } else if line.isDashOrTilde(end), line.touches(end), line.touches(end + 1),
            let (high, length) = line.amount(end + 1, ChineseWording.numbers),
            let unit = part(line, end + 1 + length)
        {
            // The sign behind the second number is meant for both.
            candidates.append(
                Candidate(
                    count + length + 2,
                    .range(
                        .measure(numeral, scale: nil, unit: unit),
                        .measure(high, scale: nil, unit: unit), word: "到"), cost: 12))
        }
    }

    private func part(_ line: Line, _ index: Int) -> Unit? {
        guard let mark = line[index], mark.kind == .mark else { return nil }
        switch mark.scalar {
        case "%", "％": return Unit("百分之", "")
        case "‰": return Unit("千分之", "")
        case "‱": return Unit("万分之", "")
        default: return nil
        }
    }
}
