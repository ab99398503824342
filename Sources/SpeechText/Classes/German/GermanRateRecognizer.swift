/// What an amount is counted by: 20 €/Monat, 300 /km², 5 l/100 km.
struct GermanRateRecognizer: Recognizer {
    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.isMark(index, "/"), index > 0, line.touches(index + 1),
            followsAmount(line, index)
        else { return }
        if line.number(index + 1) == "100", line.word(index + 2) == "km", line.endsWord(index + 3) {
            candidates.append(Candidate(3, .symbol("auf hundert Kilometer"), cost: 11))
        }
        guard let (name, count) = line.phrase(index + 1, in: GermanUnits.per),
            line.endsWord(index + 1 + count)
        else { return }
        candidates.append(Candidate(count + 1, .symbol("pro " + name), cost: 11))
    }

    /// A number, or one word or mark behind a number.
    private func followsAmount(_ line: Line, _ index: Int) -> Bool {
        if line.number(index - 1) != nil { return true }
        return line.touches(index) && line.number(index - 2) != nil
    }
}
