/// Shortened words that need what stands beside them: S. 23, Fr. Vogt, Hauptstr. 5, J. S. Bach.
struct GermanAbbreviationRecognizer: Recognizer {
    private static let longestInitials = 12

    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word else { return }
        proposeStreet(token, line, index, &candidates)
        guard line.startsWord(index), line.touchingMark(index + 1, ".") else { return }
        proposeInitials(line, index, &candidates)
        let lower = line.lower[index]
        let next = line[index + 2]
        if let words = beforeNumber(token), let next {
            if next.kind == .number {
                candidates.append(Candidate(2, .abbreviation(words), cost: 7))
            } else if next.isAllUppercase, line.endsWord(index + 3),
                let value = RomanNumeral.value(next.text)
            {
                let number = GermanNumbers.cardinal(value)
                candidates.append(Candidate(3, .abbreviation(words + " " + number), cost: 12))
            }
        }
        if let words = GermanAbbreviations.beforeNames[lower], next?.startsUppercase ?? false {
            candidates.append(Candidate(2, .abbreviation(words), cost: 8))
        }
        if let words = GermanAbbreviations.beforeWords[token.text], next?.kind == .word,
            next?.gap == .space
        {
            // Dearer than what is longer: u. a.
            candidates.append(Candidate(2, .abbreviation(words), cost: 17))
        }
    }

    private func beforeNumber(_ token: Token) -> String? {
        if let words = GermanAbbreviations.beforeNumbers[token.text] { return words }
        guard token.text.unicodeScalars.count > 1 else { return nil }
        return GermanAbbreviations.beforeNumbers[token.text.lowercased()]
    }

    /// Hauptstr., and Haupt-Str.
    private func proposeStreet(
        _ token: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard token.text.hasSuffix("str"), token.text.utf8.count > 5, line.endsWord(index + 1),
            line.touchingMark(index + 1, ".")
        else { return }
        let count = line.isLast(index + 1) ? 1 : 2
        candidates.append(Candidate(count, .abbreviation(token.text + "aße"), cost: 8))
    }

    /// J. S. Bach, U.S.A.
    private func proposeInitials(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        var at = index
        var letters: [String] = []
        while at < index + Self.longestInitials, let token = line[at], token.startsUppercase,
            token.text.unicodeScalars.count == 1, at == index || line.touches(at),
            line.touchingMark(at + 1, ".")
        {
            letters.append(token.text)
            at += 2
        }
        guard !letters.isEmpty else { return }
        let isLast = line.isLast(at - 1)
        // One initial loses its dot before the name that it belongs to.
        guard letters.count > 1 || !isLast && line[at]?.startsUppercase ?? false else { return }
        let words = letters.joined(separator: " ")
        candidates.append(Candidate((isLast ? at - 1 : at) - index, .letters(words), cost: 12))
    }
}
