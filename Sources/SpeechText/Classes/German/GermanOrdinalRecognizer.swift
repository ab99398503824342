/// Numbers with a dot that makes an ordinal of them: am 3., die 2. Runde.
struct GermanOrdinalRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count <= 7, digits.first != "0",
            line.startsWord(index), line.touchingMark(index + 1, "."),
            line.touchingNumber(index + 2) == nil, !isDecimal(line, index)
        else { return }
        let isLast = line.isLast(index + 1)
        let isWhole = index == 0 && line[index + 2] == nil
        let isCalled = line.word(index - 1).map(GermanWords.determiners.contains) ?? false
        guard !isLast || isWhole || isCalled else { return }
        let gender = line.germanNounGender(behind: index + 2)
        var ending = line.germanEnding(index, gender: gender)
        let isItem = gender == nil && !isWhole && isItem(line, index)
        if isItem { ending = "ens" }
        // Behind an item the dot stays as a pause.
        let count = isItem || isLast && !isWhole ? 1 : 2
        let content = Semiotic.ordinal(digits, Form(ending: ending))
        candidates.append(Candidate(count, content, cost: 14))
    }

    private func isDecimal(_ line: Line, _ index: Int) -> Bool {
        line.touches(index) && line[index - 1]?.kind == .mark && line.number(index - 2) != nil
            && (line.isMark(index - 1, ",") || line.isMark(index - 1, "."))
    }

    /// An item of a list, with what it is about behind it.
    private func isItem(_ line: Line, _ index: Int) -> Bool {
        let start = line[0]!.isBullet ? 1 : 0
        guard index == start, let next = line[index + 2] else { return false }
        return next.startsUppercase && !next.isAllUppercase
    }
}
