/// Times with a dot or an h, and spans of time: alle 16.30, 18h30, 10:00-12:30.
struct ItalianTimeRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeOne(line, index, &candidates)
        guard line.startsWord(index), let (first, end) = clock(line, index) else { return }
        let isNamed = isNamed(line, index)
        if isNamed && line.isMark(index + 1, ".") || line.word(index + 1) == "h",
            line.endsWord(end), !isAmount(line, end)
        {
            candidates.append(Candidate(end - index, .time(first), cost: 12))
        }
        guard line.isDash(end), line.touches(end) == line.touches(end + 1),
            let (second, last) = clock(line, end + 1),
            line[index + 1]?.text == line[end + 2]?.text, line.endsWord(last)
        else { return }
        let content = Semiotic.range(.time(first), .time(second), word: "-")
        candidates.append(Candidate(last - index, content, cost: 14))
    }

    /// All'una e mezza, for alle 1:30.
    private func proposeOne(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let word = line.word(index), let elided = Self.elided[word],
            !line.touches(index + 1), let (clock, end) = clock(line, index + 1), clock.hour == 1,
            line.endsWord(end), !isAmount(line, end), !line.isDash(end)
        else { return }
        let words = elided + ItalianReadings.words(for: .time(clock))
        candidates.append(Candidate(end - index, .symbol(words), cost: 20))
    }

    private static let elided = ["alle": "all'", "dalle": "dall'", "delle": "dell'", "le": "l'"]

    private func clock(_ line: Line, _ index: Int) -> (Clock, Int)? {
        guard let hour = line.number(index), hour.utf8.count <= 2, let value = Int(hour),
            value <= 24, let joint = line[index + 1], joint.gap == .none,
            joint.text == "." || joint.text == ":" || joint.text == "h",
            let minute = line.touchingNumber(index + 2), minute.utf8.count == 2,
            let minutes = Int(minute), minutes < 60
        else { return nil }
        return (Clock(hour: value, minute: minutes), index + 3)
    }

    /// Behind a word that hours stand behind.
    private func isNamed(_ line: Line, _ index: Int) -> Bool {
        let before = line.touchingMark(index - 1, ".") ? index - 2 : index - 1
        guard let word = line.word(before) else { return false }
        return Self.words.contains(word)
    }

    /// What follows makes it no time: le 3.50 €, alle 10.20%.
    private func isAmount(_ line: Line, _ index: Int) -> Bool {
        guard let next = line[index] else { return false }
        if ItalianCurrencies.table[next.text] != nil { return true }
        if ItalianCurrencies.names[line.lower[index]] != nil || next.isMark("%") { return true }
        return next.gap == .none && (next.isMark(".") || next.isMark(","))
            && line.touchingNumber(index + 1) != nil
    }

    private static let words: Set<String> = ["ore", "ora", "alle", "dalle", "le", "delle", "h"]
}
