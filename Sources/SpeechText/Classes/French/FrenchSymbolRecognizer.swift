/// Marks that are said by what stands around them: 5 - 3 = 2, 3 x 4, #1, < 10.
struct FrenchSymbolRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index] else { return }
        if token.kind == .word, token.text == "x" || token.text == "X" {
            if let word = times(line, index) {
                candidates.append(Candidate(1, .symbol(word), cost: 4))
            }
            return
        }
        guard token.kind == .mark else { return }
        if token.text == "-", line.touchingMark(index + 1, "-") {
            let count = line.touchingMark(index + 2, "-") ? 3 : 2
            candidates.append(Candidate(count, .symbol(" - "), cost: 5))
        } else if token.text == "^", line.touches(index),
            let power = line.touchingNumber(index + 1)
        {
            let content = Semiotic.range(
                .symbol("puissance"), .cardinal(Numeral(digits: power)), word: "")
            candidates.append(Candidate(2, content, cost: 9))
        } else if let word = word(token.text, line, index) {
            candidates.append(Candidate(1, .symbol(word), cost: 5))
        }
    }

    private func word(_ mark: String, _ line: Line, _ index: Int) -> String? {
        let isBeforeNumber = line.number(index + 1) != nil
        let isBetween = isBeforeNumber && line.number(index - 1) != nil
        switch mark {
        case "-", "–":
            let isSum = line.isMark(index + 2, "=") || line.isMark(index - 2, "=")
            return isBetween && isSum ? "moins" : nil
        case "*": return isBetween ? "fois" : nil
        case "/":
            guard line.touches(index), line.touches(index + 1) else { return nil }
            if let unit = line.word(index + 1), Self.perWords.contains(unit) { return "par" }
            return isBeforeNumber ? "sur" : nil
        case "<": return isBeforeNumber ? "inférieur à" : nil
        case ">": return isBeforeNumber ? "supérieur à" : nil
        case "~": return isBeforeNumber && line.startsFresh(index) ? "environ" : nil
        case "#":
            if isBeforeNumber { return "numéro" }
            return line.touchingWord(index + 1) != nil ? "hashtag" : nil
        default: return nil
        }
    }

    /// Between numbers: sizes with a unit are said otherwise than products.
    private func times(_ line: Line, _ index: Int) -> String? {
        guard let before = line.number(index - 1), let after = line.number(index + 1),
            line.touches(index) == line.touches(index + 1)
        else { return nil }
        if before == "4", after == "4", line.touches(index) { return "" }
        return line.phrase(index + 2, in: wording.units) == nil ? "fois" : "sur"
    }

    private static let perWords: Set<String> = [
        "jour", "j", "semaine", "mois", "an", "heure", "h", "minute", "min", "seconde", "s",
        "personne", "pers", "nuit", "kg", "m²", "m", "l", "litre", "kilo", "km",
    ]
}
