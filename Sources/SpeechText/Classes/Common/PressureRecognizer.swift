/// Pressures of blood, which look like fractions: 120/80.
struct PressureRecognizer: Recognizer {
    /// Between the two numbers.
    let word: String

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let over = line.number(index),
            line.touchingMark(index + 1, "/"), let under = line.touchingNumber(index + 2),
            line.endsWord(index + 3), !line.touchingMark(index + 3, "/"),
            Self.isPressure(over, under)
        else { return }
        let content = Semiotic.range(
            .cardinal(Numeral(digits: over)), .cardinal(Numeral(digits: under)), word: word)
        candidates.append(Candidate(3, content, cost: 12))
    }

    /// Whether a heart may press so while it beats and while it rests, in millimeters of mercury.
    static func isPressure(_ over: String, _ under: String) -> Bool {
        guard over.utf8.count > 1, let high = Int(over), let low = Int(under) else { return false }
        return (80...220).contains(high) && (40...130).contains(low) && high > low + 10
            && low % 100 != 0
    }
}
