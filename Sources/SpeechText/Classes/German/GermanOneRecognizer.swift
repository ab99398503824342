/// The number one before its noun: 1 Stunde, in 1 Jahr, 1-2 Tage.
struct GermanOneRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.number(index) == "1", line.startsWord(index) else { return }
        if line.isDash(index + 1), line.touches(index + 1), line.touchingNumber(index + 2) != nil,
            line[index + 3]?.gap == .space, line[index + 3]?.kind == .word
        {
            candidates.append(Candidate(1, .abbreviation("ein"), cost: 19))
        }
        // Formel 1 Rennen: the number belongs to the word before it.
        guard !(line[index - 1]?.startsUppercase ?? false && index > 1),
            !line.touchingMark(index - 1, "."), !line.isMark(index - 1, "§"),
            let noun = line[index + 1], noun.gap == .space, noun.startsUppercase,
            !noun.isAllUppercase, noun.text.utf8.count > 1
        else { return }
        let gender =
            GermanNouns.gender(of: noun.text) ?? (noun.text.hasSuffix("e") ? .feminine : .masculine)
        let isDative = line.word(index - 1).map(Self.datives.contains) ?? false
        let article = isDative ? (gender == .feminine ? "einer" : "einem") : nil
        let word = article ?? (gender == .feminine ? "eine" : "ein")
        candidates.append(Candidate(1, .abbreviation(word), cost: 16))
    }

    private static let datives = GermanWords.set("in mit nach vor seit von bei aus zu")
}
