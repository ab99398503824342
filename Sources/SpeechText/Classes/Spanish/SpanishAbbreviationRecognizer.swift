/// Initials, and shortened words that need a name or a number behind them.
struct SpanishAbbreviationRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let word = line.word(index), line.startsWord(index) else { return }
        if let name = SpanishAbbreviations.bareBeforeNumbers[word], line.number(index + 1) != nil,
            !line.touches(index + 1), line.number(index - 1) == nil
        {
            candidates.append(Candidate(1, .abbreviation(name), cost: 8))
        }
        guard line.touchingMark(index + 1, ".") else { return }
        let next = line[index + 2]
        let isLong = word.utf8.count > 1
        if let title = SpanishAbbreviations.beforeNames[word], let next, next.kind == .word,
            next.text.utf8.count > 1, !line.touches(index + 2), isLong || isTitle(line, index),
            next.startsUppercase || isLong || word == "d" && index == 0
        {
            candidates.append(Candidate(2, .abbreviation(title), cost: 12))
        }
        if let name = SpanishAbbreviations.beforeNumbers[word], let next,
            next.kind == .number || isNumber(next.text),
            isLong || !line.isMark(index - 1, ".")
        {
            candidates.append(Candidate(2, .abbreviation(name), cost: 11))
        }
        // Camino bajo, in addresses.
        if word == "b", line.word(index - 1) == "º" {
            candidates.append(Candidate(2, .abbreviation("bajo"), cost: 12))
        }
        proposeInitials(line, index, &candidates)
    }

    /// A Roman number that is no initial.
    private func isNumber(_ text: String) -> Bool {
        RomanNumeral.value(text) != nil && (text.utf8.count > 1 || "IVX".contains(text))
    }

    /// `D. Juan`, but not `Juan D. Perón`.
    private func isTitle(_ line: Line, _ index: Int) -> Bool {
        guard let before = line[index - 1] else { return true }
        if before.isMark(".") { return line.word(index - 2)?.utf8.count ?? 2 > 1 }
        return before.kind != .word || before.startsLowercase
    }

    /// U.N.A.M., J. R. R.
    private func proposeInitials(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        var at = index
        var letters: [String] = []
        while at < index + 16, let token = line[at], token.startsUppercase,
            token.text.unicodeScalars.count == 1, at == index || line.touches(at),
            line.touchingMark(at + 1, ".")
        {
            letters.append(token.text)
            at += 2
        }
        let isName = letters.count == 1 && line[at]?.startsUppercase ?? false
        guard letters.count > 1 && line.endsWord(at) || isName && !line.isLast(at - 1) else {
            return
        }
        let end = letters.count > 1 && line.isLast(at - 1) ? at - 1 : at
        candidates.append(
            Candidate(
                end - index, .letters(letters.joined(separator: " ")), cost: 8 * (end - index)))
    }
}
