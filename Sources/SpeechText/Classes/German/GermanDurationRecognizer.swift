/// Durations with colons and a unit behind them: 35:42 min, 2:05:30 Std., 1:30 Stunden.
struct GermanDurationRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = line.number(index), first.utf8.count <= 3,
            let second = sixtieth(line, index + 1)
        else { return }
        let third = sixtieth(line, index + 3)
        let end = index + (third == nil ? 3 : 5)
        guard let unit = line.word(end), let isHours = Self.units[unit], line.endsWord(end + 1)
        else { return }
        // 35:42:10 min is nothing.
        guard third == nil || isHours else { return }
        let names = isHours ? ["Stunde", "Minute", "Sekunde"] : ["Minute", "Sekunde"]
        let values = [Int(first)!, second] + (third.map { [$0] } ?? [])
        let words = zip(values, names).map(GermanReadings.counted).joined(separator: " ")
        let isDotted = line.touchingMark(end + 1, ".") && !line.isLast(end + 1)
        candidates.append(
            Candidate(end + (isDotted ? 2 : 1) - index, .symbol(words), cost: 14))
    }

    private func sixtieth(_ line: Line, _ colon: Int) -> Int? {
        line.touchingMark(colon, ":") ? line.sixtieth(colon + 1) : nil
    }

    /// Whether the first number counts hours.
    private static let units: [String: Bool] = [
        "min": false, "minuten": false, "std": true, "stunden": true, "h": true,
    ]
}
