/// Fractions of any size, and parts of what one measures out: 1/2 कप, ½.
struct HindiFractionRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let mark = line[index], mark.kind == .mark, let words = Self.signs[mark.text],
            line.number(index - 1) == nil
        {
            candidates.append(Candidate(1, .symbol(words), cost: 8))
        }
        guard let (numerator, denominator) = fraction(line, index) else { return }
        if let noun = line.word(index + 3), Self.measured.contains(noun),
            let words = Self.parts[numerator + "/" + denominator], line.number(index - 1) == nil
        {
            candidates.append(Candidate(3, .symbol(words), cost: 12))
        }
        let content = Semiotic.fraction(
            whole: nil, numerator: numerator, denominator: denominator)
        candidates.append(Candidate(3, content, cost: 15))
    }

    private func fraction(_ line: Line, _ index: Int) -> (String, String)? {
        guard let numerator = line.number(index), line.startsWord(index),
            line.touchingMark(index + 1, "/"), let denominator = line.touchingNumber(index + 2),
            line.endsWord(index + 3), !line.touchingMark(index + 3, "/"),
            !line.isMark(index - 1, "/")
        else { return nil }
        return (numerator, denominator)
    }

    private static let parts = [
        "1/2": "आधा", "1/3": "एक तिहाई", "2/3": "दो तिहाई", "1/4": "एक चौथाई", "3/4": "तीन चौथाई",
    ]
    private static let signs = [
        "½": "आधा", "⅓": "एक तिहाई", "⅔": "दो तिहाई", "¼": "एक चौथाई", "¾": "तीन चौथाई",
    ]
    private static let measured: Set<String> = [
        "कप", "चम्मच", "छोटा", "छोटी", "बड़ा", "बड़ी", "कटोरी", "किलो", "लीटर", "घंटा", "घंटे",
        "इंच", "हिस्सा", "भाग", "टी", "टेबल", "गिलास", "मील", "एकड़", "बीघा", "दिन",
    ]
}
