/// Abbreviations that depend on the words around them: titles, saints, initials, single letters.
struct ItalianAbbreviationRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word, line.startsWord(index) else { return }
        proposeTitle(line, index, &candidates)
        proposeSaint(token, line, index, &candidates)
        proposeInitials(line, index, &candidates)
        proposeBeforeNumber(line, index, &candidates)
    }

    /// Sig. Neri, il prof. di greco.
    private func proposeTitle(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let title = ItalianAbbreviations.titles[line.lower[index]] else { return }
        let isDotted = line.touchingMark(index + 1, ".")
        let end = index + (isDotted ? 2 : 1)
        guard line.endsWord(end) else { return }
        if let next = line[end], next.startsUppercase, !next.isAllUppercase || isLongName(next) {
            guard isDotted || Self.bareTitles.contains(line.lower[index]) else { return }
            candidates.append(Candidate(end - index, .abbreviation(title.beforeName), cost: 8))
        } else if isDotted, line.number(end) == nil, !(line[end]?.startsUppercase ?? false) {
            // The dot of a last word ends the sentence as well, and stays.
            let count = line.isLast(index + 1) ? 1 : 2
            candidates.append(Candidate(count, .abbreviation(title.alone), cost: 8))
        }
    }

    /// A name in capitals, no Roman number.
    private func isLongName(_ token: Token) -> Bool {
        RomanNumeral.value(token.text) == nil
    }

    private static let bareTitles: Set<String> = ["sig", "dott", "dr", "prof", "ing"]

    /// S. Maria, S. Antonio, S. Stefano, S. Pietro.
    private func proposeSaint(
        _ token: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard token.text == "S" || token.text == "s", line.touchingMark(index + 1, "."),
            let name = line[index + 2], name.startsUppercase
        else { return }
        let lower = line.lower[index + 2]
        let isFemale = Self.femaleSaints.contains(lower)
        guard isFemale || Self.maleSaints.contains(lower) else { return }
        if "aeiou".contains(lower.first!) {
            let words = Semiotic.abbreviation("sant'" + name.text)
            candidates.append(Candidate(3, words, cost: 15))
        } else {
            let words = isFemale ? "santa" : lower.hasPrefix("st") ? "santo" : "san"
            candidates.append(Candidate(2, .abbreviation(words), cost: 8))
        }
    }

    /// U.S.A., J. K. Rowling.
    private func proposeInitials(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard !(line.touches(index) && line.isMark(index - 1, ".")) else { return }
        var at = index
        var letters: [String] = []
        while at < index + 16, let token = line[at], token.kind == .word,
            token.text.unicodeScalars.count == 1, token.startsUppercase,
            at == index || line.touches(at) || line.isMark(at - 1, "."),
            line.touchingMark(at + 1, ".")
        {
            letters.append(token.text)
            at += 2
        }
        guard letters.count > 1 || letters.count == 1 && line[at]?.startsUppercase ?? false,
            line.endsWord(at)
        else { return }
        // D.L. and the like are said in full.
        if let (_, count) = line.phrase(index, in: ItalianAbbreviations.table),
            count >= at - index
        {
            return
        }
        let end = letters.count > 1 && line.isLast(at - 1) ? at - 1 : at
        let words = Semiotic.letters(letters.joined(separator: " "))
        candidates.append(Candidate(end - index, words, cost: 14))
    }

    /// N. 5, p. 12, h 21.
    private func proposeBeforeNumber(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let words = ItalianAbbreviations.beforeNumbers[line.lower[index]] else { return }
        let isHour = line.lower[index] == "h"
        let isDotted = line.touchingMark(index + 1, ".")
        let end = index + (isDotted ? 2 : 1)
        guard isDotted || isHour && !line.touches(end), line.number(end) != nil,
            line.lower[index] == "n" || line.tokens[index].startsLowercase
        else { return }
        candidates.append(Candidate(end - index, .abbreviation(words), cost: 7))
    }

    private static let femaleSaints: Set<String> = Set(
        """
        agata agnese anna barbara caterina cecilia chiara croce elena elisabetta eulalia giulia
        lucia margherita maria marta monica rita rosalia sofia teresa vittoria
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let maleSaints: Set<String> = Set(
        """
        agostino alberto ambrogio andrea angelo antonio bartolomeo benedetto bernardino bernardo
        biagio carlo cosimo cristoforo daniele domenico donato egidio emidio eustachio felice
        ferdinando filippo francesco gennaro giacomo giorgio giovanni girolamo giuliano giuseppe
        gregorio ignazio lazzaro leonardo leone lorenzo luca luigi marco marino martino matteo
        maurizio mauro michele nicola nicolò paolo patrizio pellegrino petronio pietro raffaele
        remo rocco romano salvatore sebastiano severo silvestro siro stefano tommaso valentino
        vincenzo vito vittore vitale zeno
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
