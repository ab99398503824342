/// 6:04 बजे उतरा: a time to the minute takes a postposition, where none is written.
struct HindiTimeRecognizer: Recognizer {
    private static let common = TimeRecognizer(wording: .hindi)

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.number(index) != nil else { return }
        var times: [Candidate] = []
        Self.common.propose(in: line, at: index, to: &times)
        for time in times {
            let end = index + time.count
            guard line.word(end - 1) == "बजे", case .time(let clock) = time.content,
                let minute = clock.minute, minute > 0,
                HindiWords.quarters[minute] == nil || clock.hour > 12,
                let next = line.word(end), !Self.postpositions.contains(next)
            else { continue }
            let content = Semiotic.range(time.content, .symbol("पर"), word: "")
            candidates.append(Candidate(time.count, content, cost: time.cost - 1))
        }
    }

    private static let postpositions: Set<String> = [
        "पर", "तक", "से", "के", "का", "की", "को", "और", "तथा", "या", "है", "हैं",
    ]
}
