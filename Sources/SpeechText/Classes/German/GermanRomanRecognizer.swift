/// Roman ordinals: Ludwig XIV., im II. Weltkrieg.
struct GermanRomanRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.isAllUppercase, token.text.utf8.count <= 8,
            line.startsWord(index), line.touchingMark(index + 1, "."),
            let value = RomanNumeral.value(token.text)
        else { return }
        let digits = String(value)
        let count = line.isLast(index + 1) ? 1 : 2
        if line[index - 1]?.startsUppercase ?? false,
            let (article, ending) = article(of: line.lower[index - 1], line, index)
        {
            let ordinal = GermanNumbers.ordinal(digits, ending: ending).capitalizedFirst
            candidates.append(Candidate(count, .abbreviation(article + " " + ordinal), cost: 6))
        } else if count == 2, line[index + 2]?.startsUppercase ?? false,
            let gender = GermanNouns.gender(of: line[index + 2]!.text)
        {
            let form = Form(ending: line.germanEnding(index, gender: gender))
            candidates.append(Candidate(2, .ordinal(digits, form), cost: 8))
        }
    }

    /// The article that the name of a ruler takes, with the ending behind it; nil for other words.
    private func article(
        of name: String, _ line: Line, _ index: Int
    ) -> (article: String, ending: String)? {
        let isOblique = isOblique(line, index)
        if Self.queens.contains(name) { return isOblique ? ("der", "en") : ("die", "e") }
        if Self.kings.contains(name) { return isOblique ? ("dem", "en") : ("der", "e") }
        guard name.hasSuffix("s") else { return nil }
        let base = String(name.dropLast())
        if Self.kings.contains(base) { return ("des", "en") }
        return Self.queens.contains(base) ? ("der", "en") : nil
    }

    /// Whether the name stands behind a preposition: von König Ludwig XIV.
    private func isOblique(_ line: Line, _ index: Int) -> Bool {
        (index - 3...index - 2).contains { at in
            line.word(at).map(Self.prepositions.contains) ?? false
        }
    }

    private static let prepositions = GermanWords.set("von mit unter bei zu nach seit gegenüber")
    private static let kings = GermanWords.set(
        """
        ludwig friedrich wilhelm heinrich karl otto konrad rudolf franz joseph josef leopold
        maximilian ferdinand albrecht philipp georg eduard jakob richard johann johannes paul pius
        benedikt gregor innozenz leo clemens urban alexander nikolaus peter iwan napoleon gustav
        adolf christian harald philip felipe carlos juan charles william george edward henry
        louis james victor viktor emanuel ernst august albert rupprecht papst könig kaiser hadrian
        bonifatius sixtus julius stephan kasimir sigismund matthias ramses ptolemäus dareios xerxes
        """)
    private static let queens = GermanWords.set(
        """
        elisabeth elizabeth katharina maria margarethe margrethe anna christina isabella victoria
        viktoria johanna kleopatra
        """)
}
