/// Titles before names, short words before numbers, and initials: M. Roux, p. 12, S.N.C.F.
struct FrenchAbbreviationRecognizer: Recognizer {
    private static let mostInitials = 8

    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word, line.startsWord(index) else { return }
        let isDotted = line.touchingMark(index + 1, ".")
        let end = isDotted ? index + 2 : index + 1
        let isStreet = FrenchAbbreviations.streets.contains(token.text)
        if let words = FrenchAbbreviations.beforeName[token.text],
            isDotted || !FrenchAbbreviations.dottedNames.contains(token.text),
            isName(line, end, isDotted: isDotted, isStreet: isStreet)
                || index == 0 && line.tokens.count == end
        {
            candidates.append(Candidate(end - index, .abbreviation(words), cost: isDotted ? 14 : 7))
        }
        proposeNumbered(line, index, end, &candidates)
        proposeInitials(line, index, &candidates)
    }

    /// p. 12, vol. II, and the century behind its number: XIXe s.
    private func proposeNumbered(
        _ line: Line, _ index: Int, _ end: Int, _ candidates: inout [Candidate]
    ) {
        let isDotted = end > index + 1
        let key = line.lower[index] + (isDotted ? "." : "")
        let isNumbered = line.number(end) != nil || isDotted && isRoman(line, end)
        if let words = FrenchAbbreviations.beforeNumber[key], isNumbered {
            // Behind the number of an article it is no unit: 5 al. 2.
            let cost = key == "al." ? 0 : isDotted ? 14 : 7
            candidates.append(Candidate(end - index, .abbreviation(words), cost: cost))
        }
        if key == "s.", let before = line[index - 1],
            FrenchRomanRecognizer.ordinal(before.text) != nil
        {
            let length = line.isLast(index + 1) ? 1 : 2
            candidates.append(Candidate(length, .abbreviation("siècle"), cost: 7 * length))
        }
    }

    /// A capital, or the article of a street or a title: av. de l'Opéra, M. le maire.
    private func isName(_ line: Line, _ index: Int, isDotted: Bool, isStreet: Bool) -> Bool {
        // St-Malo, but M.-A. Roux has two names.
        if line.touchingMark(index, "-") {
            return !isDotted && line[index + 1]?.startsUppercase ?? false
        }
        guard let next = line[index], next.gap != .none,
            !(isStreet && line.isChristian(index))
        else { return false }
        if next.text == "et" || next.text == "ou" {
            return line[index + 1].map { FrenchAbbreviations.beforeName[$0.text] != nil } ?? false
        }
        return next.startsUppercase
            || (isDotted || isStreet) && Self.articles.contains(next.text)
    }

    private func isRoman(_ line: Line, _ index: Int) -> Bool {
        line[index].map { RomanNumeral.value($0.text) != nil } ?? false
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
