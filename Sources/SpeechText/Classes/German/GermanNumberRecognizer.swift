/// Numbers that the words beside them change: one of something, codes, postcodes, versions.
struct GermanNumberRecognizer: Recognizer {
    private static let longestVersion = 12

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index) else { return }
        if digits == "1" { proposeOne(line, index, &candidates) }
        if digits == "24", line.touchingMark(index + 1, "/"), line.touchingNumber(index + 2) == "7" {
            candidates.append(Candidate(3, .abbreviation("vierundzwanzig sieben"), cost: 14))
        }
        if isCode(digits, line, index) || isPostcode(digits, line, index)
            || isCalled(digits, line, index)
        {
            candidates.append(Candidate(1, .digits(digits), cost: 18))
        }
        proposeVersion(line, index, &candidates)
    }

    /// 1 Stunde, in 1 Jahr, 1-2 Tage.
    private func proposeOne(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if line.isDash(index + 1), line.touches(index + 1), line.touchingNumber(index + 2) != nil,
            line[index + 3]?.gap == .space, line[index + 3]?.kind == .word
        {
            candidates.append(Candidate(1, .abbreviation("ein"), cost: 19))
        }
        // Formel 1 Rennen: the number belongs to the word before it.
        guard !(line[index - 1]?.startsUppercase ?? false && index > 1),
            let noun = line[index + 1], noun.gap == .space, noun.startsUppercase,
            !noun.isAllUppercase, let gender = GermanNouns.gender(of: noun.text)
        else { return }
        let isDative = line.word(index - 1).map(Self.datives.contains) ?? false
        let article = isDative ? (gender == .feminine ? "einer" : "einem") : nil
        let word = article ?? (gender == .feminine ? "eine" : "ein")
        candidates.append(Candidate(1, .abbreviation(word), cost: 16))
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

    /// 1.2.3, 192.168.0.1, Version 3.5.
    private func proposeVersion(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index) || line[index - 1]?.kind == .word else { return }
        var parts = [line.number(index)!]
        var at = index + 1
        while at < index + Self.longestVersion, line.touchingMark(at, "."),
            let part = line.touchingNumber(at + 1)
        {
            parts.append(part)
            at += 2
        }
        guard parts.count > 1, line.endsWord(at) else { return }
        let words = parts.map {
            $0.first == "0" ? GermanNumbers.spelled($0) : GermanNumbers.cardinal($0)
        }
        let isShort = parts.count == 2
        let content = Semiotic.abbreviation(words.joined(separator: " Punkt "))
        candidates.append(Candidate(at - index, content, cost: isShort ? 24 : 18))
    }

    private static let datives = GermanWords.set("in mit nach vor seit von bei aus zu")
    private static let called = GermanWords.set(
        """
        notruf tel telefon telefonnummer rufnummer fax mobil handy durchwahl pin code plz
        postleitzahl kundennummer kontonummer hotline postfach
        """)
}
