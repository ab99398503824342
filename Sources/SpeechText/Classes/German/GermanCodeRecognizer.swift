/// Numbers that are said figure by figure: codes, postcodes, accounts, what one dials.
struct GermanCodeRecognizer: Recognizer {
    /// In groups of figures.
    private static let longestAccount = 9

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index) else { return }
        if isCode(digits, line, index) || isPostcode(digits, line, index)
            || isCalled(digits, line, index)
        {
            candidates.append(Candidate(1, .digits(digits), cost: 18))
        }
        proposeGroups(line, index, &candidates)
        proposePair(digits, line, index, &candidates)
    }

    /// 24/7, 50/50
    private func proposePair(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.touchingMark(index + 1, "/"), let other = line.touchingNumber(index + 2),
            (digits, other) == ("24", "7") || (digits, other) == ("50", "50")
        else { return }
        let words = GermanNumbers.cardinal(digits) + " " + GermanNumbers.cardinal(other)
        candidates.append(Candidate(3, .abbreviation(words), cost: 14))
    }

    /// Accounts and cards: DE89 3704 0044 0532 0130 00, 1234 5678 9012 3456.
    private func proposeGroups(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = line.number(index) else { return }
        let isAccount =
            first.utf8.count == 2 && line.touches(index) && line[index - 1]?.isAllUppercase ?? false
        guard isAccount || first.utf8.count == 4 && line.startsWord(index) else { return }
        var groups = [first]
        while groups.count < Self.longestAccount, groups.count == 1 || groups.last!.utf8.count == 4,
            let group = line.number(index + groups.count), group.utf8.count <= 4,
            line[index + groups.count]?.gap == .space
        {
            groups.append(group)
        }
        guard groups.count > 3, line.endsWord(index + groups.count) else { return }
        let content = Semiotic.digits(groups.joined(separator: ","))
        candidates.append(Candidate(groups.count, content, cost: 17))
    }

    /// KL1234, @name1986, AB-1234.
    private func isCode(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        guard digits.utf8.count > 3, line.touches(index), let before = line[index - 1] else {
            return false
        }
        if before.kind == .word { return true }
        guard before.isMark("-"), line.touches(index - 1) else { return false }
        return line[index - 2]?.isAllUppercase ?? false
    }

    /// Hauptstraße 5, 10115 Berlin; D-10115 Berlin.
    private func isPostcode(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        guard (4...5).contains(digits.utf8.count), let town = line[index + 1],
            town.startsUppercase, town.gap == .space
        else { return false }
        if line.touchingMark(index - 1, "-"), line.touches(index) {
            return ["D", "A", "CH", "DE", "AT"].contains(line[index - 2]?.text)
        }
        guard digits.utf8.count == 5, line.isMark(index - 1, ",") else { return false }
        return line[index - 2]?.kind == .number || line.number(index - 3) != nil
    }

    /// Notruf 112, PIN 1234.
    private func isCalled(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        var at = index - 1
        while at > 0, at > index - 3, line[at]?.kind == .mark { at -= 1 }
        guard let word = line.word(at) else { return false }
        return digits.utf8.count >= 3 && Self.called.contains(word)
    }

    private static let called = GermanWords.set(
        """
        notruf tel telefon telefonnummer rufnummer fax mobil handy durchwahl pin code plz
        postleitzahl blz bankleitzahl kto konto kundennummer kontonummer hotline postfach
        """)
}
