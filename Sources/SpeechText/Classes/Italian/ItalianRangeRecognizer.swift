/// Two amounts with a dash between them: 10-15 km, 1914-1918; scores: 3-1.
struct ItalianRangeRecognizer: Recognizer {
    /// Stands for "da ... a ...".
    static let fromTo = "da"
    /// Stands for "dal ... al ...".
    static let days = "dal"

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        let format = ItalianWording.wording.numbers
        guard line.startsFresh(index) || line.isMark(index - 1, "'"), line.number(index) != nil,
            let (low, count) = line.amount(index, format)
        else { return }
        let dash = index + count
        proposeTimes(low, line, index, dash, &candidates)
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1),
            line.number(dash + 1) != nil, let (high, length) = line.amount(dash + 1, format),
            low.digits.first != "0" || low.digits == "0" || low.fraction != nil
        else { return }
        let end = dash + 1 + length
        guard line.endsWord(end) || isUnit(line, end), !(line.touches(end) && line.isDash(end)),
            !line.isMark(end, "="),
            // "10 - 20121 Milano", "800-123456"
            high.digits.utf8.count <= low.digits.utf8.count + 2
        else { return }
        let word = word(low, high, line, index)
        let content = Semiotic.range(.cardinal(low), .cardinal(high), word: word)
        if line.endsWord(end) { candidates.append(Candidate(end - index, content, cost: 24)) }
        guard isLess(low, high) else { return }
        if let (amount, last) = measure(high, line, end) {
            candidates.append(
                Candidate(last - index, .range(.cardinal(low), amount, word: word), cost: 22))
        } else if let (currency, last) = line.phrase(end, in: ItalianCurrencies.table) {
            let amount = Semiotic.money(high, scale: nil, currency: currency)
            candidates.append(
                Candidate(
                    end + last - index, .range(.cardinal(low), amount, word: word), cost: 22))
        }
    }

    /// 3x4, 4x100 m, 1920×1080 px.
    private func proposeTimes(
        _ low: Numeral, _ line: Line, _ index: Int, _ joint: Int,
        _ candidates: inout [Candidate]
    ) {
        guard line.word(joint) == "x" || line.isMark(joint, "×"),
            line.touches(joint) == line.touches(joint + 1), line.number(joint + 1) != nil,
            let (high, length) = line.amount(joint + 1, ItalianWording.wording.numbers)
        else { return }
        let end = joint + 1 + length
        if line.endsWord(end) {
            let content = Semiotic.range(.cardinal(low), .cardinal(high), word: "per")
            candidates.append(Candidate(end - index, content, cost: 24))
        }
        if let (amount, last) = measure(high, line, end) {
            let content = Semiotic.range(.cardinal(low), amount, word: "per")
            candidates.append(Candidate(last - index, content, cost: 22))
        }
    }

    private func measure(
        _ numeral: Numeral, _ line: Line, _ index: Int
    ) -> (amount: Semiotic, end: Int)? {
        guard let (unit, count) = line.phrase(index, in: ItalianUnits.table),
            line.endsWord(index + count)
        else { return nil }
        // The dot of a last word ends the sentence as well, and stays.
        let end = index + count
        let keepsDot = count > 1 && line.isMark(end - 1, ".") && line.isLast(end - 1)
        return (.measure(numeral, scale: nil, unit: unit), keepsDot ? end - 1 : end)
    }

    private func isUnit(_ line: Line, _ index: Int) -> Bool {
        line.phrase(index, in: ItalianUnits.table) != nil
    }

    private func isLess(_ low: Numeral, _ high: Numeral) -> Bool {
        guard let a = low.value, let b = high.value else { return false }
        return a < b || a == b && high.fraction != nil
    }

    private func word(_ low: Numeral, _ high: Numeral, _ line: Line, _ index: Int) -> String {
        guard let a = low.value, let b = high.value else { return "-" }
        let before = line.word(index - 1) ?? ""
        let isSmall = low.fraction == nil && high.fraction == nil && max(a, b) < 200
        if isSmall, a >= b || a == 0 || Self.matches.contains(before) { return "a" }
        if low.digits.utf8.count == 4, high.digits.utf8.count == 4 || high.digits.utf8.count == 2 {
            return "-"
        }
        guard isLess(low, high) else { return "-" }
        if Self.between.contains(before) { return "e" }
        if Self.from.contains(before) { return "a" }
        return Self.joined.contains(before) || line.isMark(index - 1, "'") ? "-" : Self.fromTo
    }

    /// Words that scores stand behind.
    private static let matches: Set<String> = [
        "finisce", "finita", "finito", "vince", "vinto", "vincono", "vittoria", "perde", "perso",
        "pareggio", "pareggia", "batte", "battuto", "risultato", "punteggio", "sul", "sullo",
        "terminata", "terminato", "sconfitta",
    ]

    private static let between: Set<String> = ["tra", "fra"]
    private static let from: Set<String> = ["da", "dai", "dagli", "dalle", "dal"]

    /// Words that leave no place for a preposition behind them.
    private static let joined: Set<String> = [
        "il", "lo", "la", "i", "gli", "le", "un", "una", "nel", "nei", "negli", "nelle", "del",
        "dei", "degli", "delle", "di", "a", "al", "ai", "agli", "alle", "in", "con", "per", "su",
        "sui", "ore", "ogni", "circa", "anni", "e", "o", "biennio", "triennio", "stagione",
    ]
}
