/// Halves that agree with their noun, and units behind a fraction: ½ Liter, 1/2 TL, 1 1/4 h.
struct GermanHalfRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let unit = unit(line, index), endsFraction(line, index) {
            let name = isBelowOne(line, index) ? unit.value.one : unit.value.many
            candidates.append(Candidate(unit.count, .abbreviation(name), cost: 8))
        }
        guard line.number(index - 1) == nil || line.touchingMark(index, "/"),
            let count = half(line, index), line.startsWord(index),
            let gender = gender(line, index + count)
        else { return }
        let words =
            switch gender {
            case .masculine: "ein halber"
            case .feminine: "eine halbe"
            case .neuter: "ein halbes"
            }
        candidates.append(Candidate(count, .abbreviation(words), cost: count == 1 ? 8 : 12))
    }

    private func unit(_ line: Line, _ index: Int) -> (value: Unit, count: Int)? {
        guard let unit = GermanUnits.unit(line, index),
            line.endsWord(index + unit.count)
        else { return nil }
        return unit
    }

    private func half(_ line: Line, _ index: Int) -> Int? {
        if line.isMark(index, "½") { return 1 }
        let isHalf =
            line.number(index) == "1" && line.touchingMark(index + 1, "/")
            && line.touchingNumber(index + 2) == "2"
        return isHalf ? 3 : nil
    }

    private func gender(_ line: Line, _ index: Int) -> Form.Gender? {
        if let unit = unit(line, index) {
            // Liters, meters and spoons are masculine in the dictionary of nouns.
            return GermanNouns.gender(of: unit.value.one) ?? unit.value.gender
        }
        guard let noun = line[index], noun.startsUppercase else { return nil }
        return GermanNouns.gender(of: noun.text)
    }

    private func endsFraction(_ line: Line, _ index: Int) -> Bool {
        if isVulgar(line, index - 1) { return true }
        return line.number(index - 1) != nil && line.touchingMark(index - 2, "/")
            && line.touches(index - 1) && line.number(index - 3) != nil
    }

    private func isVulgar(_ line: Line, _ index: Int) -> Bool {
        guard let mark = line[index], mark.kind == .mark else { return false }
        return ["½", "⅓", "⅔", "¼", "¾", "⅛", "⅜", "⅝", "⅞", "⅕"].contains(mark.text)
    }

    /// No whole number stands before the fraction.
    private func isBelowOne(_ line: Line, _ index: Int) -> Bool {
        line.number(isVulgar(line, index - 1) ? index - 2 : index - 4) == nil
    }
}
