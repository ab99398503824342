/// Amounts with a unit: 5 km, 60 km/h, 20%, 21 °C, 3 m², 6'2".
struct EnglishMeasureRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.touchingMark(index, "/"), line.lower.count > index + 1,
            line.lower[index + 1] != "x",
            let (unit, end) = simple(line, index + 1, glued: true)
        {
            proposePer(unit, end, line, index, &candidates)
        }
        guard let (numeral, count) = line.amount(index), line.startsWord(index) || numeral.negative,
            !isModel(line, index)
        else { return }
        proposeHeight(line, index, &candidates)
        var at = index + count
        var scale = line.scale(at)
        if scale == nil, numeral.fraction != nil, line.touches(at), line.endsWord(at + 1) {
            // 8.3M
            scale = line[at]?.text == "M" ? "million" : line[at]?.text == "B" ? "billion" : nil
            if let scale {
                let content = Semiotic.measure(numeral, scale: scale, unit: Unit("", ""))
                candidates.append(Candidate(count + 1, content, cost: 14))
            }
        }
        if scale != nil { at += 1 }
        guard let (unit, end) = unit(line, at) else { return }
        candidates.append(
            Candidate(end - index, .measure(numeral, scale: scale, unit: unit), cost: 13))
    }

    /// 5'11"
    private func proposeHeight(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let feet = line.number(index), feet.utf8.count <= 2,
            line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’"),
            let inches = line.touchingNumber(index + 2), let value = Int(inches), value < 12,
            line.touchingMark(index + 3, "\"") || line.touchingMark(index + 3, "”")
        else { return }
        let words = EnglishNumbers.cardinal(feet) + " foot " + EnglishNumbers.cardinal(value)
        candidates.append(Candidate(4, .symbol(words), cost: 12))
    }

    /// F-16s: the number of a thing, not an amount.
    private func isModel(_ line: Line, _ index: Int) -> Bool {
        guard line.isDash(index - 1), line.touches(index - 1), let word = line[index - 2] else {
            return false
        }
        return word.kind == .word && word.isAllUppercase
    }

    /// $20/mo, 579/km²: what is counted is no unit itself.
    private func proposePer(
        _ unit: Unit, _ end: Int, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.number(index - 1) != nil else { return }
        var (name, end) = (unit.one, end)
        if let power = line[end], power.gap == .none, power.text == "²" || power.text == "2" {
            (name, end) = ("square " + name, end + 1)
        }
        guard line.endsWord(end) else { return }
        candidates.append(Candidate(end - index, .symbol("per " + name), cost: 12))
    }

    private func unit(_ line: Line, _ index: Int) -> (unit: Unit, end: Int)? {
        guard let token = line[index] else { return nil }
        if token.kind == .mark {
            switch token.text {
            case "%", "％": return (Unit("percent", "percent"), index + 1)
            case "‰": return (Unit("per mille", "per mille"), index + 1)
            case "°", "º": return degrees(line, index)
            default: return nil
            }
        }
        guard token.kind == .word else { return nil }
        var at = index
        var area = ""
        if token.text == "sq" || token.text == "cu" {
            area = token.text == "sq" ? "square " : "cubic "
            at += line.touchingMark(at + 1, ".") ? 2 : 1
        }
        guard var (unit, end) = simple(line, at, glued: token.gap == .none) else { return nil }
        if let power = line[end], power.gap == .none {
            if power.text == "²" || power.text == "2" { (area, end) = ("square ", end + 1) }
            if power.text == "³" || power.text == "3" { (area, end) = ("cubic ", end + 1) }
        }
        if !area.isEmpty { unit = Unit(area + unit.one, area + unit.many) }
        if line.isMark(end, "/"), let (per, perEnd) = simple(line, end + 1, glued: true) {
            var (of, last) = (per.one, perEnd)
            if let power = line[last], power.gap == .none, power.text == "²" || power.text == "2" {
                (of, last) = ("square " + of, last + 1)
            }
            unit = Unit(unit.one + " per " + of, unit.many + " per " + of)
            end = last
        }
        return line.endsWord(end) ? (unit, end) : nil
    }

    private func simple(_ line: Line, _ index: Int, glued: Bool) -> (Unit, Int)? {
        guard let token = line[index], token.kind == .word else { return nil }
        var found = EnglishUnits.exact[token.text]
        if found == nil, token.text.utf8.count > 1 { found = EnglishUnits.exact[line.lower[index]] }
        guard let unit = found else { return nil }
        // One letter or a word of its own right needs to be close to its number.
        if EnglishUnits.onlyGlued.contains(token.text), !glued { return nil }
        let dotted =
            line.touchingMark(index + 1, ".") && !line.isLast(index + 1)
            && EnglishUnits.dotted.contains(line.lower[index])
        if token.text == "in", !dotted, !glued { return nil }
        return (unit, index + (dotted ? 2 : 1))
    }

    private func degrees(_ line: Line, _ index: Int) -> (Unit, Int) {
        switch line[index + 1]?.text {
        case "C": (Unit("degree Celsius", "degrees Celsius"), index + 2)
        case "F": (Unit("degree Fahrenheit", "degrees Fahrenheit"), index + 2)
        default: (Unit("degree"), index + 1)
        }
    }
}
