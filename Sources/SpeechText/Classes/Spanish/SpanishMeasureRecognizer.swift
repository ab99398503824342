/// Amounts with a unit by another unit, with a temperature, or with a symbol that is a word too:
/// 5 g/l, 21 ºC, 4/s, 3ha.
struct SpanishMeasureRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposePer(line, index, &candidates)
        guard let (numeral, count) = line.amount(index, wording.numbers),
            line.startsWord(index) || numeral.negative
        else { return }
        var at = index + count
        var scale: String?
        if let words = wording.scale(line, at) { (scale, at) = (words(numeral), at + 1) }
        guard
            let (unit, end) = temperature(line, at) ?? quotient(line, at) ?? glued(line, at)
                ?? dotted(line, at)
        else { return }
        // $20/mes is money.
        let isMoney = line[index - 1].map { wording.currencies[$0.text] != nil } ?? false
        guard !isMoney || !line.isMark(at, "/") else { return }
        let measure = Semiotic.measure(numeral, scale: scale, unit: unit)
        candidates.append(Candidate(end - index, measure, cost: 12))
    }

    /// 5 €/kg, $20/mes: what the money is for.
    private func proposePer(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isMark(index, "/"), let before = line[index - 1],
            wording.currencies[before.text.lowercased()] != nil
                || line.isMark(index - 2, "$") && before.kind == .number,
            let (per, end) = quotient(line, index)
        else { return }
        candidates.append(Candidate(end - index, .symbol(per.one), cost: 12))
    }

    /// °C, º F, ° K; the space may stand on either side.
    private func temperature(_ line: Line, _ index: Int) -> (Unit, Int)? {
        var at = index
        var letter = ""
        if line.isMark(at, "°") || line.word(at) == "º" {
            letter = line[at + 1]?.text.lowercased() ?? ""
            // `20° C. Después` is a temperature, `20° de` is none.
            guard line[at + 1]?.gap ?? .line <= .space else { return nil }
            at += 2
        } else if let word = line.word(at), word.hasPrefix("º") {
            letter = String(word.dropFirst())
            at += 1
        }
        guard let scale = Self.scales[letter], line.endsWord(at) else { return nil }
        return (Unit("grado " + scale, "grados " + scale), at)
    }

    /// /s, km/s, kg/m³
    private func quotient(_ line: Line, _ index: Int) -> (Unit, Int)? {
        var unit = Unit("", "")
        var at = index
        if let (first, length) = line.phrase(at, in: wording.units) {
            (unit, at) = (first, at + length)
        }
        guard line.touchingMark(at, "/"), line.touches(at + 1),
            let per = Self.words[line.word(at + 1) ?? ""].map({ ($0, 1) })
                ?? line.phrase(at + 1, in: wording.units).map({ ($0.value.one, $0.count) })
        else { return nil }
        let end = at + 1 + per.1
        guard line.endsWord(end), !per.0.hasPrefix("por ") else { return nil }
        let rest = "por " + per.0
        if unit.one.isEmpty { return (Unit(rest, rest), end) }
        return (Unit("\(unit.one) \(rest)", "\(unit.many) \(rest)", unit.gender), end)
    }

    /// 1 cda. de sal; a dot before a capital may be that of the sentence.
    private func dotted(_ line: Line, _ index: Int) -> (Unit, Int)? {
        guard let (unit, length) = line.phrase(index, in: wording.units),
            line.touchingMark(index + length, "."),
            line[index + length + 1]?.startsLowercase ?? false
        else { return nil }
        return (unit, index + length + 1)
    }

    private func glued(_ line: Line, _ index: Int) -> (Unit, Int)? {
        guard line.touches(index), let token = line[index], line.endsWord(index + 1),
            let unit = SpanishUnits.glued[token.text]
        else { return nil }
        return (unit, index + 1)
    }

    private static let scales = [
        "c": "Celsius", "f": "Fahrenheit", "k": "kelvin", "celsius": "Celsius",
        "fahrenheit": "Fahrenheit", "kelvin": "kelvin",
    ]
    private static let words = [
        "día": "día", "mes": "mes", "año": "año", "semana": "semana", "hora": "hora",
        "persona": "persona", "noche": "noche", "minuto": "minuto", "segundo": "segundo",
        "hab": "habitante", "ud": "unidad", "ha": "hectárea",
    ]
}
