/// Titles before names, short words before numbers, and initials: M. Roux, p. 12, S.N.C.F.
struct FrenchAbbreviationRecognizer: Recognizer {
    private static let mostInitials = 8

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word, line.startsWord(index) else { return }
        let isDotted = line.touchingMark(index + 1, ".")
        let end = isDotted ? index + 2 : index + 1
        if let words = FrenchAbbreviations.beforeName[token.text],
            isDotted || !FrenchAbbreviations.dottedNames.contains(token.text),
            standsBeforeName(line, end) || line.tokens.count == end
        {
            candidates.append(Candidate(end - index, .abbreviation(words), cost: isDotted ? 14 : 7))
        }
        let key = line.lower[index] + (isDotted ? "." : "")
        let isNumbered = line.number(end) != nil || isDotted && isRoman(line, end)
        if let words = FrenchAbbreviations.beforeNumber[key], isNumbered {
            candidates.append(Candidate(end - index, .abbreviation(words), cost: isDotted ? 14 : 7))
        }
        if key == "s.", let before = line[index - 1],
            FrenchRomanRecognizer.ordinal(before.text) != nil
        {
            let length = line.isLast(index + 1) ? 1 : 2
            candidates.append(Candidate(length, .abbreviation("siècle"), cost: 7 * length))
        }
        proposeInitials(line, index, &candidates)
    }

    /// A capital, or the article of a street or a title: av. de l'Opéra, M. le maire.
    private func standsBeforeName(_ line: Line, _ index: Int) -> Bool {
        if line.touchingMark(index, "-") { return line[index + 1]?.startsUppercase ?? false }
        guard let next = line[index], next.gap != .none, !line.isChristian(index) else {
            return false
        }
        if next.text == "et" || next.text == "ou" {
            return line[index + 1].map { FrenchAbbreviations.beforeName[$0.text] != nil } ?? false
        }
        return next.startsUppercase || Self.articles.contains(next.text)
    }

    private func isRoman(_ line: Line, _ index: Int) -> Bool {
        line[index].map { EnglishRomanRecognizer.value($0.text) != nil } ?? false
    }

    private static let articles: Set<String> = ["de", "du", "des", "d", "la", "le", "les", "l"]

    /// J. Verne, J.-P. Melville, R.A.T.P.: letters without their dots.
    private func proposeInitials(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        var letters: [String] = []
        var at = index
        while letters.count < Self.mostInitials, let token = line[at], token.startsUppercase,
            token.text.unicodeScalars.count == 1, line.touchingMark(at + 1, "."),
            at == index || line.touches(at)
        {
            letters.append(token.text)
            at += 2
            if line.touchingMark(at, "-"), line[at + 1]?.startsUppercase ?? false,
                line.touchingMark(at + 2, ".")
            {
                at += 1
            }
        }
        guard letters.count > 1 || letters.count == 1 && line[at]?.startsUppercase ?? false,
            line.endsWord(at)
        else { return }
        // The last dot ends the sentence as well.
        if line.isLast(at - 1) { at -= 1 }
        let cost = 8 * (at - index)
        candidates.append(
            Candidate(at - index, .letters(letters.joined(separator: " ")), cost: cost))
    }
}

extension Line {
    /// av. J.-C. is no avenue.
    fileprivate func isChristian(_ index: Int) -> Bool {
        word(index) == "j" && (isMark(index + 1, ".") || isMark(index + 1, "-"))
            && (word(index + 3) ?? word(index + 2)) == "c"
    }
}
