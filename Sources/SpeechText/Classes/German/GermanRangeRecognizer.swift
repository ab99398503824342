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
            // 1:50.000 is a scale and no time.
            let isClock =
                next.utf8.count == 2 && line.touches(index)
                && line.touchingNumber(index + 3)?.utf8.count != 3
            candidates.append(Candidate(1, .symbol("zu"), cost: isClock ? 9 : 1))
        } else if mark.isMark("×") || mark.text == "x" {
            let times = line.number(index - 1) != nil && line[index + 1]?.startsLowercase ?? false
            let isBetween =
                line.number(index + 1) != nil
                && (line.number(index - 1) != nil || line.number(index - 2) != nil)
            guard isBetween || times, !line.touches(index) || line.touches(index + 1) else {
                return
            }
            candidates.append(Candidate(1, .symbol("mal"), cost: 8))
        }
    }

    private func isRange(_ line: Line, _ index: Int) -> Bool {
        let isDotted = line.touchingMark(index - 1, ".")
        guard line.touches(index) == line.touches(index + 1) || isDotted,
            let high = line.number(index + 1) ?? currencyNumber(line, index + 1),
            !isChainOrSum(line, index + 2)
        else { return false }
        // 1.-3. Mai, 3.5.-5.5.
        if isDotted { return line.number(index - 2) != nil && line.touchingMark(index + 2, ".") }
        let end = lowEnd(line, index)
        guard let low = line.number(end) else { return false }
        if line.touches(end), end > 0, let joint = line[end - 1] {
            if [":", ",", "."].contains(joint.text) { return true }
            if joint.kind == .word || line.isDash(end - 1) || joint.isMark("/") { return false }
        }
        guard let a = Int(low), let b = Int(high) else { return false }
        let isLonger = [":", ",", "."].contains { line.touchingMark(index + 2, $0) }
        let isShortYear = low.utf8.count == 4 && high.utf8.count == 2
        return a < b || isLonger || isShortYear
    }

    /// 3-4-5, 7-2=5.
    private func isChainOrSum(_ line: Line, _ index: Int) -> Bool {
        if line.isMark(index, "=") { return true }
        return line.isDash(index) && line.touches(index) && line.touchingNumber(index + 1) != nil
    }

    /// The place of the number before the dash; a unit may stand between: 20 %-30 %, 5km-7km.
    private func lowEnd(_ line: Line, _ index: Int) -> Int {
        guard line.touches(index), line.number(index - 1) == nil else { return index - 1 }
        let isSign = line.isMark(index - 1, "%") || line.isMark(index - 1, "€")
        let isUnit =
            line[index - 1]?.kind == .word
            && (line.touches(index - 1) || GermanUnits.all[line[index - 1]!.text] != nil)
        return isSign || isUnit ? index - 2 : index - 1
    }

    /// €5-€7
    private func currencyNumber(_ line: Line, _ index: Int) -> String? {
        guard GermanCurrencies.symbols[line[index]?.text ?? ""] != nil else { return nil }
        return line.number(index + 1)
    }
}
