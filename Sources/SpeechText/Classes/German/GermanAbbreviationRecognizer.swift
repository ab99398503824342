/// Shortened words that need what stands beside them: S. 23, Fr. Mai, Hauptstr. 5, J. S. Bach.
struct GermanAbbreviationRecognizer: Recognizer {
    private static let longestInitials = 12

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word else { return }
        proposeStreet(token, line, index, &candidates)
        proposeWeekdays(line, index, &candidates)
        guard line.startsWord(index) else { return }
        if let day = weekday(line, index), !["so", "do"].contains(line.lower[index]),
            line.number(index + 1) != nil && !line.touches(index + 1)
                || line.touchingMark(index + 1, ",") && line.number(index + 2) != nil
        {
            candidates.append(Candidate(1, .abbreviation(day), cost: 8))
        }
        guard line.touchingMark(index + 1, ".") else { return }
        proposeInitials(line, index, &candidates)
        let lower = line.lower[index]
        let next = line[index + 2]
        if let words = beforeNumber(token), let next {
            if next.kind == .number {
                candidates.append(Candidate(2, .abbreviation(words), cost: 7))
            } else if next.isAllUppercase, line.endsWord(index + 3),
                let value = EnglishRomanRecognizer.value(next.text)
            {
                let number = GermanNumbers.cardinal(value)
                candidates.append(Candidate(3, .abbreviation(words + " " + number), cost: 12))
            }
        }
        if let words = GermanAbbreviations.beforeNames[lower], next?.startsUppercase ?? false {
            candidates.append(Candidate(2, .abbreviation(words), cost: 8))
        }
        if let day = GermanWords.weekdays[lower], token.startsUppercase, let next,
            next.kind == .number || next.isMark(",") || line.isDash(index + 2) || next.isCloser
        {
            candidates.append(Candidate(2, .abbreviation(day), cost: 8))
        }
        if token.text == "s", next?.kind == .word, next?.gap == .space {
            candidates.append(Candidate(2, .abbreviation("siehe"), cost: 8))
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

    /// Mo-Fr, Mo.–Fr.
    private func proposeWeekdays(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = weekday(line, index) else { return }
        let dash = line.touchingMark(index + 1, ".") ? index + 2 : index + 1
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1),
            let last = weekday(line, dash + 1), line.endsWord(dash + 2)
        else { return }
        let isDotted = line.touchingMark(dash + 2, ".") && !line.isLast(dash + 2)
        let end = isDotted ? dash + 3 : dash + 2
        let words = first + " bis " + last
        candidates.append(Candidate(end - index, .abbreviation(words), cost: 12))
    }

    private func weekday(_ line: Line, _ index: Int) -> String? {
        guard let token = line[index], token.startsUppercase else { return nil }
        return GermanWords.weekdays[line.lower[index]]
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
