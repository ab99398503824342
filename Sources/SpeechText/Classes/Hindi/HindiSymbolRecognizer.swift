/// Marks that are said by what stands around them: signs of arithmetic, #.
struct HindiSymbolRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark,
            let words = words(token.text, line, index)
        else { return }
        candidates.append(Candidate(1, .symbol(words), cost: 9))
    }

    private func words(_ mark: String, _ line: Line, _ index: Int) -> String? {
        if mark == "#" {
            if line.touchingNumber(index + 1) != nil { return "नंबर" }
            return line.touchingWord(index + 1) != nil ? "हैशटैग" : nil
        }
        guard line.number(index - 1) != nil, line.number(index + 1) != nil else { return nil }
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
}
