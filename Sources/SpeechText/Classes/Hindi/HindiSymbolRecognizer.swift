/// Marks that are said by what stands around them: signs of arithmetic, #, feet and inches.
struct HindiSymbolRecognizer: Recognizer {
    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark else { return }
        if let words = words(token.scalar, line, index) {
            candidates.append(Candidate(1, .symbol(words), cost: 9))
        }
        // ₹45/kg
        if token.scalar == "/", line.touches(index), line.touchingWord(index + 1) != nil,
            let (unit, count) = line.phrase(index + 1, in: Wording.hindi.units)
        {
            candidates.append(Candidate(count + 1, .symbol("प्रति " + unit.one), cost: 17))
        }
    }

    private func words(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        if mark == "#" {
            if line.touchingNumber(index + 1) != nil { return "नंबर" }
            return line.touchingWord(index + 1) != nil ? "हैशटैग" : nil
        }
        // The bar of the keyboard stands in for a danda.
        if mark == "|" { return line.word(index - 1) != nil ? "।" : nil }
        if mark == "/" {
            guard line.touches(index), let unit = line.touchingWord(index + 1) else { return nil }
            return Self.rated.contains(unit) ? "प्रति" : nil
        }
        guard line.number(index - 1) != nil else { return nil }
        if mark == "\"", line.touches(index), isFoot(line, index - 2) { return "इंच" }
        guard line.number(index + 1) != nil else { return nil }
        if isFoot(line, index) { return "फुट" }
        switch mark {
        case "-", "−", "–":
            let isSum = line.isMark(index + 2, "=") || mark == "−"
            return isSum && line.touches(index) == line.touches(index + 1) ? "माइनस" : nil
        case "*": return "गुणा"
        case "<": return "लेस दैन"
        case ">": return "ग्रेटर दैन"
        case ":": return line.touches(index) && line.touches(index + 1) ? "अनुपात" : nil
        default: return nil
        }
    }

    /// 5'10
    private func isFoot(_ line: Line, _ index: Int) -> Bool {
        guard line.number(index - 1) != nil, line.touches(index),
            line.touchingNumber(index + 1) != nil
        else { return false }
        return line.isMark(index, "'") || line.isMark(index, "’") || line.isMark(index, "′")
    }

    /// What prices and speeds are told by: रुपये/लीटर.
    private static let rated: Set<String> = [
        "लीटर", "किलो", "किग्रा", "क्विंटल", "टन", "दर्जन", "घंटा", "घंटे", "मिनट", "सेकंड", "दिन",
        "सप्ताह", "माह", "महीना", "महीने", "साल", "वर्ष", "व्यक्ति", "यूनिट", "किमी", "एकड़",
    ]
}
