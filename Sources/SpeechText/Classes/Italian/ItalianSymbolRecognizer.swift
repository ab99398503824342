/// Marks that are said by what stands around them.
struct ItalianSymbolRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index] else { return }
        if token.kind == .word {
            proposeTimes(line, index, &candidates)
        } else if token.kind == .mark {
            proposePer(line, index, &candidates)
            if token.scalar == "-", line.touchingMark(index + 1, "-") {
                let count = line.touchingMark(index + 2, "-") ? 3 : 2
                candidates.append(Candidate(count, .symbol(" - "), cost: 5))
            } else if let word = word(token.scalar, line, index) {
                candidates.append(Candidate(1, .symbol(word), cost: 9))
            }
        }
    }

    /// 3 m x 4 m.
    private func proposeTimes(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.lower[index] == "x", !line.touches(index), line.number(index + 1) != nil,
            line.number(index - 2) != nil, let unit = line[index - 1],
            ItalianUnits.table[unit.text] != nil
        else { return }
        candidates.append(Candidate(1, .symbol("per"), cost: 8))
    }

    /// 3 €/kg, 80 mg/dl.
    private func proposePer(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.touchingMark(index, "/"), line.touches(index + 1), isCounted(line, index - 1),
            let (words, count) = line.phrase(index + 1, in: ItalianUnits.denominators),
            line.endsWord(index + 1 + count)
        else {
            // 5 l/100 km
            if line.touchingMark(index, "/"), line.touchingNumber(index + 1) != nil,
                isCounted(line, index - 1)
            {
                candidates.append(Candidate(1, .symbol("per"), cost: 8))
            }
            return
        }
        candidates.append(Candidate(1 + count, .symbol(words), cost: 12))
    }

    private func isCounted(_ line: Line, _ index: Int) -> Bool {
        guard let token = line[index] else { return false }
        return ItalianUnits.table[token.text] != nil || ItalianCurrencies.table[token.text] != nil
            || ItalianCurrencies.names[line.lower[index]] != nil
            || token.kind == .number && ItalianCurrencies.table[line[index - 1]?.text ?? ""] != nil
            || token.isMark("²") || token.isMark("³")
            || token.isMark(".") && line.word(index - 1) != nil
            || line.number(index - 1) != nil && token.kind == .word && !line.touches(index)
    }

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let before = line.number(index - 1) != nil || line.isMark(index - 1, ")")
        let after = line.number(index + 1) != nil || line.isMark(index + 1, "(")
        switch mark {
        case "*": return before && after ? "per" : nil
        case ":":
            guard before, after, line.touches(index) == line.touches(index + 1) else { return nil }
            return isReckoned(line, index) ? "diviso" : "a"
        case "/": return before && after && line.touches(index) ? "su" : nil
        case "<": return after ? "minore di" : nil
        case ">": return after ? "maggiore di" : nil
        case "~": return after && line.startsFresh(index) ? "circa" : nil
        case "-", "–":
            if before, after, isReckoned(line, index) { return "meno" }
            // 20°C-25°C
            if line.touches(index), line.touchingNumber(index + 1) != nil, endsAmount(line, index) {
                return " - "
            }
            let isMoney = ItalianCurrencies.table[line[index + 1]?.text ?? ""] != nil
            guard isMoney, line.touches(index + 1) else { return nil }
            return line.startsFresh(index) ? "meno" : " - "
        default: return nil
        }
    }

    /// A unit before the dash, with its number before it.
    private func endsAmount(_ line: Line, _ index: Int) -> Bool {
        if line.isMark(index - 2, "°") { return true }
        return line.number(index - 2) != nil && line.number(index - 1) == nil
            && isCounted(line, index - 1)
    }

    /// Whether there are other signs of arithmetic close by.
    private func isReckoned(_ line: Line, _ index: Int) -> Bool {
        (index - 3...index + 3).contains { at in
            at != index && Self.signs.contains(line[at]?.text ?? "")
        }
    }

    private static let signs: Set<String> = ["=", "+", "*", "×", "÷", "(", "^"]
}
