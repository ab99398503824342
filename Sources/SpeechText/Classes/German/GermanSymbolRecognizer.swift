/// Marks that are said as a word, by what stands around them.
struct GermanSymbolRecognizer: Recognizer {
    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark else { return }
        if token.scalar == "-", line.touchingMark(index + 1, "-") {
            let count = line.touchingMark(index + 2, "-") ? 3 : 2
            candidates.append(Candidate(count, .symbol(" - "), cost: 5))
        } else if token.scalar == "§", line.isMark(index + 1, "§") {
            candidates.append(Candidate(2, .symbol("Paragraphen"), cost: 9))
        } else if let word = Self.words[token.text] ?? word(token.scalar, line, index) {
            candidates.append(Candidate(1, .symbol(word), cost: 9))
        }
    }

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let next = line[index + 1]
        let beforeNumber = next?.kind == .number
        let betweenNumbers =
            beforeNumber && (line.number(index - 1) != nil || line.isMark(index - 1, ")"))
        switch mark {
        case "#":
            if beforeNumber { return "Nummer" }
            if line.touches(index), ["C", "F"].contains(line[index - 1]?.text ?? "") {
                return "Sharp"
            }
            return line.touchingWord(index + 1) != nil && line.startsFresh(index) ? "Hashtag" : nil
        case "*":
            if betweenNumbers { return "mal" }
            return beforeNumber && line.isMark(index - 1, "(") ? "geboren" : nil
        case "†": return beforeNumber || next?.startsUppercase ?? false ? "gestorben" : nil
        case "<": return beforeNumber ? "kleiner als" : nil
        case ">": return beforeNumber ? "größer als" : nil
        case "~": return beforeNumber && line.startsFresh(index) ? "etwa" : nil
        case "-", "–":
            let isSign = line.touches(index + 1) && !line.touches(index)
            if beforeNumber, isSign { return "minus" }
            let isSum = line.isMark(index + 2, "=") || !line.touches(index + 1)
            return betweenNumbers && isSum && line.touches(index) == line.touches(index + 1)
                ? "minus" : nil
        case ":":
            return betweenNumbers && line.isMark(index + 2, "=") ? "geteilt durch" : nil
        case "/":
            return betweenNumbers && !line.touches(index) ? "geteilt durch" : nil
        case "²": return line.touches(index) ? "Quadrat" : nil
        case "³": return line.touches(index) ? "hoch drei" : nil
        default: return nil
        }
    }

    private static let words: [String: String] = [
        "&": "und", "＆": "und", "+": "plus", "＋": "plus", "=": "gleich", "＝": "gleich",
        "@": "at", "%": "Prozent", "‰": "Promille", "°": "Grad", "±": "plus minus",
        "÷": "geteilt durch", "·": "mal", "≤": "kleiner gleich", "≥": "größer gleich",
        "≠": "ungleich", "≈": "ungefähr", "§": "Paragraph", "$": "Dollar", "€": "Euro",
        "£": "Pfund", "¥": "Yen", "−": "minus", "∞": "unendlich", "√": "Wurzel aus",
        "∑": "Summe", "→": "nach", "⌀": "Durchmesser",
    ]
}
