/// Roman numbers beside words that call for one: Kapitel IV, XIXe siècle, Ludwig XIV.
struct RomanRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word, line.startsWord(index),
            line.endsWord(index + 1), let value = RomanNumeral.value(token.text)
        else { return }
        if let before = line.word(index - 1), let isOrdinal = wording.beforeRoman[before] {
            candidates.append(Candidate(1, .roman(value, ordinal: isOrdinal), cost: 6))
        } else if let after = line.word(index + 1), let isOrdinal = wording.behindRoman[after] {
            candidates.append(Candidate(1, .roman(value, ordinal: isOrdinal), cost: 6))
        }
    }
}
