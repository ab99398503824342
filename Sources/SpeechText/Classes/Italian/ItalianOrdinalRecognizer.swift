/// Signs behind a number that are read by what stands around them: la 3a volta, a 30° all'ombra.
struct ItalianOrdinalRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.isSign(index), line.startsFresh(index), line.touches(index + 1),
            let digits = line.number(index + 1), line.touchingMark(index + 2, "°")
        {
            let numeral = Numeral(negative: true, digits: digits)
            add(numeral, 3, &candidates)
        }
        guard let digits = line.number(index), line.startsWord(index), line.touches(index + 1),
            line.endsWord(index + 2)
        else { return }
        if line.isMark(index + 1, "°"), isTemperature(digits, line, index) {
            add(Numeral(digits: digits), 2, &candidates)
        }
        guard let ending = line.word(index + 1) else { return }
        // 20esimo
        if let form = Self.endings[ending] {
            candidates.append(Candidate(2, .ordinal(digits, form), cost: 12))
        }
        guard let before = line.word(index - 1) else { return }
        if ending == "a", Self.feminine.contains(before) {
            candidates.append(Candidate(2, .ordinal(digits, Form(gender: .feminine)), cost: 12))
        } else if ending == "o", Self.masculine.contains(before) {
            candidates.append(Candidate(2, .ordinal(digits, .plain), cost: 12))
        }
    }

    private static let endings: [String: Form] = [
        "esimo": .plain, "esima": Form(gender: .feminine), "mo": .plain,
        "ma": Form(gender: .feminine),
    ]

    private func add(_ degrees: Numeral, _ count: Int, _ candidates: inout [Candidate]) {
        let content = Semiotic.measure(degrees, scale: nil, unit: Unit("grado", "gradi"))
        candidates.append(Candidate(count, content, cost: 11))
    }

    /// Before no noun that could be counted, and behind a preposition or rather large: a 30°.
    private func isTemperature(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        if let next = line.word(index + 2), !Self.functionWords.contains(next) {
            return false
        }
        guard let before = line.word(index - 1) else { return digits > "20" }
        return Self.scales.contains(before)
            || digits.utf8.count > 1 && digits > "20" && !Self.masculine.contains(before)
    }

    private static let scales: Set<String> = [
        "a", "di", "i", "ai", "sui", "dei", "gradi", "temperatura", "circa", "oltre", "sotto",
        "sopra", "meno", "fino", "tra", "fra", "quasi", "forno", "massima", "minima", "e",
    ]

    private static let functionWords: Set<String> = [
        "e", "o", "a", "in", "di", "da", "con", "per", "su", "all", "nel", "nella", "sotto",
        "sopra", "ma", "che", "al", "alla", "rispetto", "circa", "nelle", "nei",
        "fino", "oggi", "domani", "ieri",
    ]

    private static let feminine: Set<String> = [
        "la", "alla", "della", "nella", "dalla", "sulla", "una", "sua", "mia", "questa", "ogni",
    ]

    private static let masculine: Set<String> = [
        "il", "al", "del", "nel", "dal", "sul", "un", "suo", "mio", "questo", "lo",
    ]
}
