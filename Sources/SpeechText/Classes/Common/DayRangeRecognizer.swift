/// The dash between two days of the week: lun.-ven., lunes–viernes.
struct DayRangeRecognizer: Recognizer {
    /// Their names, short and long, in lower case.
    let days: Set<String>
    /// What the dash says.
    let word: String

    init(_ days: String, word: String) {
        self.days = Set(days.split(separator: " ").map(String.init))
        self.word = word
    }

    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.isDash(index), line.touches(index) == line.touches(index + 1),
            isDay(line, line.touchingMark(index - 1, ".") ? index - 2 : index - 1),
            isDay(line, index + 1)
        else { return }
        candidates.append(Candidate(1, .symbol(word), cost: 5))
    }

    private func isDay(_ line: Line, _ index: Int) -> Bool {
        line.word(index).map(days.contains) ?? false
    }
}
