/// Marks that are said by what stands around them: 5 - 3 = 2, 3 x 4, #1, < 10.
struct FrenchSymbolRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index] else { return }
        if token.kind == .word, isTimes(token.text, line, index) {
            // Un 4x4: a car.
            let isCar = line.number(index - 1) == "4" && line.number(index + 1) == "4"
            let word = isCar && line.touches(index) ? "" : "fois"
            candidates.append(Candidate(1, .symbol(word), cost: 4))
        } else if line.lower[index] == "x", line.number(index + 1) != nil,
            let unit = line.word(index - 1), line.number(index - 2) != nil,
            FrenchUnits.all[unit] != nil
        {
            // 2 cm x 3 cm
            candidates.append(Candidate(1, .symbol("sur"), cost: 4))
        }
        guard token.kind == .mark else { return }
        if token.scalar == "-", line.touchingMark(index + 1, "-") {
            let count = line.touchingMark(index + 2, "-") ? 3 : 2
            candidates.append(Candidate(count, .symbol(" - "), cost: 5))
        } else if token.scalar == "/", line.touches(index), line.touches(index + 1),
            let (name, count) = line.phrase(index + 1, in: FrenchUnits.underUnits),
            line.endsWord(index + count + 1)
        {
            candidates.append(Candidate(count + 1, .symbol("par " + name), cost: 12))
        } else if let word = word(token.scalar, line, index) {
            candidates.append(Candidate(1, .symbol(word), cost: 5))
        }
    }

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let isBeforeNumber = line.number(index + 1) != nil
        let isBetween = isBeforeNumber && line.number(index - 1) != nil
        switch mark {
        case "-", "–":
            let isSum = line.isMark(index + 2, "=") || line.isMark(index - 2, "=")
            if isBetween, isSum { return "moins" }
            return isBetweenHours(line, index) ? "à" : nil
        case "*": return isBetween ? "fois" : nil
        case "/":
            guard isBeforeNumber, line.touches(index), line.touches(index + 1) else { return nil }
            return line.number(index + 1) == "100" && line.word(index + 2) == "km" ? "aux" : "sur"
        case "<": return isBeforeNumber ? "inférieur à" : nil
        case ">": return isBeforeNumber ? "supérieur à" : nil
        case "~": return isBeforeNumber && line.startsFresh(index) ? "environ" : nil
        case "#":
            if isBeforeNumber { return "numéro" }
            if line.touches(index), ["C", "F"].contains(line[index - 1]?.text ?? "") {
                return "dièse"
            }
            return line.touchingWord(index + 1) != nil ? "hashtag" : nil
        default: return nil
        }
    }

    /// 9h-12h, 9h30-12h
    private func isBetweenHours(_ line: Line, _ index: Int) -> Bool {
        let isHour =
            line.word(index - 1) == "h" && line.number(index - 2) != nil
            || line.word(index - 2) == "h" && line.number(index - 1) != nil
        return isHour && line.number(index + 1) != nil && line.word(index + 2) == "h"
    }

    private func isTimes(_ word: String, _ line: Line, _ index: Int) -> Bool {
        (word == "x" || word == "X") && line.number(index - 1) != nil
            && line.number(index + 1) != nil && line.touches(index) == line.touches(index + 1)
    }
}
