/// 3/4, 2 1/2, ½, 2½.
struct FractionRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let (numerator, denominator, count) = fraction(line, index) {
            candidates.append(
                Candidate(
                    count, .fraction(whole: nil, numerator: numerator, denominator: denominator),
                    // A sign alone has to beat a plain token.
                    cost: count == 1 ? 9 : 15))
        }
        if let whole = line.number(index), line.startsWord(index),
            let (numerator, denominator, count) = fraction(line, index + 1),
            !line.touches(index + 1) || line[index + 1]?.kind == .mark
        {
            candidates.append(
                Candidate(
                    count + 1,
                    .fraction(whole: whole, numerator: numerator, denominator: denominator),
                    cost: 15))
        }
    }

    private func fraction(_ line: Line, _ index: Int) -> (String, String, Int)? {
        if let parts = Self.vulgar(line[index]) { return (parts.0, parts.1, 1) }
        guard let numerator = line.number(index), numerator.utf8.count <= 6,
            line.startsWord(index) || line[index - 1]?.kind == .number,
            line.touchingMark(index + 1, "/") || line.touchingMark(index + 1, "⁄"),
            let denominator = line.touchingNumber(index + 2), denominator.utf8.count <= 6,
            denominator != "0", numerator.utf8.count == 1 || numerator.first != "0",
            line.endsWord(index + 3), !line.touchingMark(index + 3, "/")
        else { return nil }
        return (numerator, denominator, 3)
    }

    /// The parts of a fraction that is one character.
    static func vulgar(_ token: Token?) -> (String, String)? {
        guard let token, token.kind == .mark, !token.scalar.isASCII else { return nil }
        return vulgar[token.text]
    }

    private static let vulgar: [String: (String, String)] = [
        "½": ("1", "2"), "⅓": ("1", "3"), "⅔": ("2", "3"), "¼": ("1", "4"), "¾": ("3", "4"),
        "⅕": ("1", "5"), "⅖": ("2", "5"), "⅗": ("3", "5"), "⅘": ("4", "5"), "⅙": ("1", "6"),
        "⅚": ("5", "6"), "⅛": ("1", "8"), "⅜": ("3", "8"), "⅝": ("5", "8"), "⅞": ("7", "8"),
        "⅐": ("1", "7"), "⅑": ("1", "9"), "⅒": ("1", "10"),
    ]
}
