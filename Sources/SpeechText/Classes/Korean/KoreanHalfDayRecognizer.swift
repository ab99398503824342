/// AM and PM before a time: PM 3:30, am 9시.
struct KoreanHalfDayRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let word = line.word(index), word == "am" || word == "pm", line.startsWord(index),
            line.number(index + 1) != nil,
            line.touchingMark(index + 2, ":") || line.word(index + 2)?.hasPrefix("시") ?? false
        else { return }
        candidates.append(Candidate(1, .abbreviation(word == "am" ? "오전" : "오후"), cost: 8))
    }
}
