/// Numbers by what stands beside them: 1° before an item, 2d, les 80s, 21 pages.
struct FrenchNumberRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), line.startsWord(index) else { return }
        if line.touchingMark(index + 1, "°"), numbersItem(line, index) {
            candidates.append(Candidate(2, .ordinal(digits), cost: 11))
        }
        if digits == "2", line[index + 1]?.text == "d", line.touches(index + 1),
            line.endsWord(index + 2)
        {
            candidates.append(Candidate(2, .ordinal("2", Form(ending: "nd")), cost: 12))
        }
        if namesDecade(line, index), line.touchingWord(index + 1) == "s",
            digits.utf8.count == 2 || digits.utf8.count == 4,
            digits.last == "0", let year = Int(digits), line.endsWord(index + 2)
        {
            candidates.append(Candidate(2, .decade(year), cost: 12))
        }
        if let (numeral, count) = line.amount(index, wording.numbers), numeral.fraction == nil,
            numeral.digits.last == "1", let noun = line.word(index + count),
            FrenchNouns.isFeminine(noun)
        {
            let unit = Unit("", "", .feminine)
            candidates.append(
                Candidate(count, .measure(numeral, scale: nil, unit: unit), cost: 18))
        }
    }

    /// "les 80s", but "une pause de 30s".
    private func namesDecade(_ line: Line, _ index: Int) -> Bool {
        line.word(index - 1).map(Self.plurals.contains) ?? line.isLast(index + 2)
    }

    private static let plurals: Set<String> = ["les", "des", "aux", "ces", "nos"]

    /// "1° les livres", but "20° à l'ombre" and "il fait 20°".
    private func numbersItem(_ line: Line, _ index: Int) -> Bool {
        if let before = line[index - 1] {
            guard before.isClauseMark || before.isTerminator || before.isOpener else {
                return false
            }
        }
        guard let next = line[index + 2] else { return true }
        if next.isMark(")") { return true }
        return next.kind == .word && next.gap != .none && !Self.joints.contains(next.text)
    }

    private static let joints: Set<String> = [
        "à", "au", "de", "en", "et", "dehors", "sous", "sur", "dans", "C", "F", "K", "N", "S",
        "E", "O", "par", "ou", "nord", "sud", "est", "ouest", "Nord", "Sud", "Est", "Ouest",
    ]
}
