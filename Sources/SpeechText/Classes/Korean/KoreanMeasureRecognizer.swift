/// A unit that something else is counted by: 1000원/kg, 30회/min.
struct KoreanMeasureRecognizer: Recognizer {
    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.isMark(index, "/"), line.touches(index), line.touches(index + 1),
            line[index + 1]?.kind == .word,
            line[index - 1]?.isHangul ?? false, line.number(index - 2) != nil,
            let (unit, count) = line.phrase(index + 1, in: Wording.korean.units)
        else { return }
        candidates.append(Candidate(1 + count, .symbol(" 퍼 " + unit.one), cost: 9))
    }
}
