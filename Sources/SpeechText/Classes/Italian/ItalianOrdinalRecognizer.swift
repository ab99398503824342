/// Signs behind a number that are read by what stands around them: la 3a volta, a 30° all'ombra.
struct ItalianOrdinalRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.isSign(index), line.startsFresh(index), line.touches(index + 1),
            let digits = line.number(index + 1), line.touchingMark(index + 2, "°")
        {
            let numeral = Numeral(negative: true, digits: digits)
            candidates.append(Candidate(3, .measure(numeral, scale: nil, unit: Self.degree), cost: 11))
        }
        guard let digits = line.number(index), line.startsWord(index), line.touches(index + 1),
            line.endsWord(index + 2)
        else { return }
        if line.isMark(index + 1, "°"), isTemperature(digits, line, index) {
            let numeral = Numeral(digits: digits)
            candidates.append(Candidate(2, .measure(numeral, scale: nil, unit: Self.degree), cost: 11))
        }
        guard let before = line.word(index - 1), let ending = line.word(index + 1) else { return }
        if ending == "a", Self.feminine.contains(before) {
            candidates.append(Candidate(2, .ordinal(digits, Form(gender: .feminine)), cost: 12))
        } else if ending == "o", Self.masculine.contains(before) {
            candidates.append(Candidate(2, .ordinal(digits, .plain), cost: 12))
        }
    }

    private static let degree = Unit("grado", "gradi")

    /// Behind a preposition, and before no noun that could be counted: a 30°, di 90° o più.
    private func isTemperature(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        if digits.utf8.count > 2 { return true }
        guard let before = line.word(index - 1), Self.scales.contains(before) else { return false }
        guard let next = line.word(index + 2) else { return true }
        return Self.functionWords.contains(next)
    }

    private static let scales: Set<String> = [
        "a", "di", "i", "ai", "sui", "dei", "gradi", "temperatura", "circa", "oltre", "sotto",
        "sopra", "meno", "fino", "tra", "fra", "quasi", "forno", "massima", "minima", "e",
    ]

    private static let functionWords: Set<String> = [
        "e", "o", "a", "in", "di", "da", "con", "per", "su", "all", "nel", "nella", "sotto",
        "sopra", "ma", "che", "al", "alla", "all'ombra", "rispetto", "circa", "nelle", "nei",
        "fino", "oggi", "domani", "ieri",
    ]

    private static let feminine: Set<String> = [
        "la", "alla", "della", "nella", "dalla", "sulla", "una", "sua", "mia", "questa", "ogni",
    ]

    private static let masculine: Set<String> = [
        "il", "al", "del", "nel", "dal", "sul", "un", "suo", "mio", "questo", "lo",
    ]
}
