/// The mark between two amounts: 5–7 km, 14:00-16:00 Uhr, 1.–3. Mai, 3:1, 3 x 4 m.
struct GermanRangeRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let mark = line[index] else { return }
        if mark.kind == .mark, line.isDash(index) {
            guard isRange(line, index) else { return }
            candidates.append(Candidate(1, .symbol("bis"), cost: 9))
        } else if mark.isMark(":") {
            guard line.number(index - 1) != nil, let next = line.number(index + 1),
                line.touches(index) == line.touches(index + 1), line.endsWord(index + 2),
                !line.isMark(index + 2, "="),
                !line.touchingMark(index + 2, ":"), !line.touchingMark(index - 2, ":")
            else { return }
            let isShort = next.utf8.count != 2 || !line.touches(index)
            candidates.append(Candidate(1, .symbol("zu"), cost: isShort ? 8 : 9))
        } else if mark.isMark("×") || mark.text == "x" {
            guard line.number(index + 1) != nil, line.number(index - 1) != nil
                || line.number(index - 2) != nil
            else { return }
            candidates.append(Candidate(1, .symbol("mal"), cost: 8))
        }
    }

    private func isRange(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index) == line.touches(index + 1) || line.isMark(index - 1, "."),
            let high = line.number(index + 1) ?? currencyNumber(line, index + 1)
        else { return false }
        var before = index - 1
        if line.isMark(before, "."), line.touches(before) {
            // 1.-3. Mai, 3.5.-5.5.
            return line.number(before - 1) != nil && line.touchingMark(index + 2, ".")
        }
        if line.isMark(before, "%") || line.isMark(before, "€") || line.word(before) != nil {
            // 20 %-30 %, 5 km-7 km; not COVID-19.
            guard line.touches(before) || line.isMark(before, "%") || line.isMark(before, "€"),
                line.touches(index)
            else { return false }
            before -= 1
            guard line.number(before) != nil else { return false }
        }
        guard let low = line.number(before) else { return false }
        // Chains of numbers are no range, nor are sums.
        if line.isDash(index + 2), line.touches(index + 2), line.touchingNumber(index + 3) != nil {
            return false
        }
        if line.isMark(index + 2, "=") { return false }
        if line.touches(before), before > 0, isJoint(line, before - 1) {
            return line.isMark(before - 1, ":") || line.isMark(before - 1, ",")
                || line.isMark(before - 1, ".")
        }
        guard let a = Int(low), let b = Int(high) else { return false }
        let isClock = line.isMark(index + 2, ":") || line.isMark(index + 2, ",")
        let isShortYear = low.utf8.count == 4 && high.utf8.count == 2
        return a < b || isClock || isShortYear || line.isMark(index + 2, ".")
    }

    /// -€7
    private func currencyNumber(_ line: Line, _ index: Int) -> String? {
        guard GermanCurrencies.symbols[line[index]?.text ?? ""] != nil else { return nil }
        return line.number(index + 1)
    }

    /// What binds a number to what stands before it.
    private func isJoint(_ line: Line, _ index: Int) -> Bool {
        guard let token = line[index] else { return false }
        return token.kind == .word || line.isDash(index)
            || token.kind == .mark && [":", ",", ".", "/"].contains(token.text)
    }
}
