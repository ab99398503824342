/// Numbers that grow together with the word behind them: 10-jährig, 3-mal, 20%ige, 90er, 5-km-Lauf.
struct GermanCompoundRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeUnitWithin(line, index, &candidates)
        guard line.startsWord(index), let digits = line.number(index), digits.utf8.count <= 4 else {
            return
        }
        var at = index + 1
        var middle = ""
        if line.touchingMark(at, "%") {
            middle = "prozent"
            at += 1
        }
        let isDashed = line.touchingMark(at, "-") || line.touchingMark(at, "‑")
        if isDashed { at += 1 }
        guard let word = line.touchingWord(at), let token = line[at] else { return }
        let tail = middle + word
        guard let words = compound(digits, tail, isDashed: isDashed) else { return }
        // Der 10-Jährige is a noun.
        let text = isDashed && token.startsUppercase ? words.capitalizedFirst : words
        candidates.append(Candidate(at + 1 - index, .abbreviation(text), cost: 12))
    }

    private func compound(_ digits: String, _ tail: String, isDashed: Bool) -> String? {
        if Self.decades.contains(tail) {
            if digits == "1" { return "eins" + tail }
            return GermanNumbers.cardinal(digits) + tail
        }
        let number = GermanNumbers.cardinal(digits, one: "ein")
        if tail == "x" { return isDashed ? nil : number + "mal" }
        return Self.tails.contains(where: tail.hasPrefix) ? number + tail : nil
    }

    /// The unit in 100-m-Lauf.
    private func proposeUnitWithin(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.touches(index), line.isMark(index - 1, "-"), line.touches(index - 1),
            line.number(index - 2) != nil,
            let (unit, count) = GermanUnits.unit(line, index),
            line.touchingMark(index + count, "-"), line.touchingWord(index + count + 1) != nil
        else { return }
        candidates.append(Candidate(count, .abbreviation(unit.one), cost: 8))
    }

    private static let decades: Set<String> = ["er", "ern", "ers"]
    private static let tails = [
        "jährig", "mal", "fach", "tägig", "stündig", "wöchig", "monatig", "minütig",
        "sekündig", "seitig", "teilig", "stellig", "stöckig", "köpfig", "sitzig", "prozentig",
        "türig", "reihig", "bändig", "zeilig", "gleisig", "spurig", "sprachig", "geschossig",
        "spaltig", "stufig", "zylindrig", "gängig", "polig", "adrig", "tausend",
    ]
}
