/// Names in networks: @lyre_tts, #estate2024.
struct ItalianElectronicRecognizer: Recognizer {
    private static let longest = 12

    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsFresh(index), line.isMark(index, "@") || line.isMark(index, "#") else {
            return
        }
        var end = index + 1
        while end < index + Self.longest, line.touches(end), let token = line[end],
            token.kind == .word || token.kind == .number || isJoint(line, end)
        {
            end += 1
        }
        guard end > index + 1 else { return }
        let name = line.tokens[(index + 1)..<end].map(\.text).joined()
        if line.isMark(index, "@") {
            candidates.append(Candidate(end - index, .electronic("@" + name), cost: 11))
        } else if line.number(index + 1) == nil {
            candidates.append(Candidate(1, .symbol("hashtag"), cost: 8))
        } else {
            candidates.append(Candidate(1, .symbol("numero"), cost: 8))
        }
    }

    private func isJoint(_ line: Line, _ index: Int) -> Bool {
        (line.isMark(index, "_") || line.isMark(index, ".") || line.isMark(index, "-"))
            && (line.touchingWord(index + 1) != nil || line.touchingNumber(index + 1) != nil)
    }
}
