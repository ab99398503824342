/// Amounts with strokes for units: corre in 45', 1'23", al 90', uno schermo da 6,7".
struct ItalianPrimeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let digits = line.number(index) else { return }
        proposeInches(line, index, &candidates)
        guard line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’") else { return }
        if let seconds = line.touchingNumber(index + 2), seconds.utf8.count == 2,
            line.touchingMark(index + 3, "\"")
        {
            let words = minutes(digits) + " e " + counted(seconds, "secondo", "secondi")
            candidates.append(Candidate(4, .symbol(words), cost: 12))
        }
        guard line.endsWord(index + 2), let before = line.word(index - 1) else { return }
        if Self.ordering.contains(before) {
            candidates.append(Candidate(2, .ordinal(digits, .plain), cost: 12))
        } else if Self.lasting.contains(before) {
            candidates.append(Candidate(2, .symbol(minutes(digits)), cost: 12))
        }
    }

    /// With decimals: a whole number before a quote may end a quotation.
    private func proposeInches(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (numeral, count) = line.amount(index, ItalianWording.wording.numbers),
            numeral.fraction != nil, line.touchingMark(index + count, "\"")
        else { return }
        let content = Semiotic.measure(numeral, scale: nil, unit: Unit("pollice", "pollici"))
        candidates.append(Candidate(count + 1, content, cost: 13))
    }

    private func minutes(_ digits: String) -> String { counted(digits, "minuto", "minuti") }

    private func counted(_ digits: String, _ one: String, _ many: String) -> String {
        ItalianAmounts.counted(Numeral(digits: digits), one, many, .masculine)
    }

    /// The minute of a match.
    private static let ordering: Set<String> = ["al", "il", "del", "dal", "nel", "sul"]

    private static let lasting: Set<String> = ["in", "di", "dopo", "per", "circa", "da", "ogni"]
}
