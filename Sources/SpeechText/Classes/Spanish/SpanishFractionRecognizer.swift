/// Fractions with large or grouped parts, with a unit behind them, and pairs that are none: 24/7.
struct SpanishFractionRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if let (numerator, denominator, count) = slash(line, index) {
            if isPair(numerator, denominator) || isLaw(line, index, denominator) {
                let words = [numerator, denominator].map { SpanishNumbers.cardinal($0) }
                candidates.append(Candidate(3, .symbol(words.joined(separator: " ")), cost: 10))
            }
            propose(nil, numerator, denominator, line, index, count, &candidates)
        } else if let (numerator, denominator) = FractionRecognizer.vulgar(line[index]) {
            propose(nil, numerator, denominator, line, index, 1, &candidates)
        }
        guard let whole = line.number(index) else { return }
        if !line.touches(index + 1), let (numerator, denominator, count) = slash(line, index + 1) {
            propose(whole, numerator, denominator, line, index, count + 1, &candidates)
        } else if let (numerator, denominator) = FractionRecognizer.vulgar(line[index + 1]) {
            propose(whole, numerator, denominator, line, index, 2, &candidates)
        }
    }

    private func propose(
        _ whole: String?, _ numerator: String, _ denominator: String, _ line: Line,
        _ index: Int, _ count: Int, _ candidates: inout [Candidate]
    ) {
        let fraction = Semiotic.fraction(
            whole: whole, numerator: numerator, denominator: denominator)
        candidates.append(Candidate(count, fraction, cost: count == 1 ? 9 : 15))
        let end = index + count
        guard let (unit, length) = unit(line, end, isHalf: numerator == "1" && denominator == "2"),
            !unit.one.hasPrefix("por "), line.endsWord(end + length)
        else { return }
        let words = Self.words(whole, numerator, denominator, of: unit)
        candidates.append(Candidate(count + length, .symbol(words), cost: 13))
    }

    /// A symbol, or behind a half the noun that it agrees with: 1/2 taza, 1 1/2 tazas.
    private func unit(_ line: Line, _ index: Int, isHalf: Bool) -> (Unit, Int)? {
        if let found = line.phrase(index, in: wording.units) { return (found.value, found.count) }
        guard isHalf, !line.touches(index), let noun = line[index], noun.startsLowercase,
            let gender = SpanishNouns.gender(of: line.lower[index])
        else { return nil }
        let isPlural = noun.text.hasSuffix("as") || noun.text.hasSuffix("os")
        return (Unit(isPlural ? String(noun.text.dropLast()) : noun.text, noun.text, gender), 1)
    }

    /// Medio litro, dos litros y medio; tres y tres quintos de metro.
    private static func words(
        _ whole: String?, _ numerator: String, _ denominator: String, of unit: Unit
    ) -> String {
        func fraction(_ whole: String?) -> String {
            SpanishOrdinals.fraction(
                whole: whole, numerator: numerator, denominator: denominator, gender: unit.gender)
        }
        guard numerator == "1", denominator == "2" else {
            return fraction(whole) + " de " + unit.one
        }
        guard let whole else { return fraction(nil) + " " + unit.one }
        let count = SpanishNumbers.cardinal(whole, .init(unit.gender))
        return "\(count) \(whole == "1" ? unit.one : unit.many) y \(fraction(nil))"
    }

    /// Ley 39/2015: a number and its year.
    private func isLaw(_ line: Line, _ index: Int, _ denominator: String) -> Bool {
        guard let before = line.word(index - 1), denominator.utf8.count == 4 else { return false }
        return Self.laws.contains(before)
    }

    private static let laws: Set<String> = [
        "ley", "decreto", "directiva", "resolución", "sentencia", "orden", "reglamento", "acuerdo",
        "expediente", "circular", "número", "núm", "nº", "orgánica", "º",
    ]

    /// 24/7, and a season of two years: 2020/21.
    private func isPair(_ numerator: String, _ denominator: String) -> Bool {
        if numerator == "24", denominator == "7" { return true }
        guard let first = Int(numerator), (1900...2100).contains(first), let next = Int(denominator)
        else { return false }
        return next == first + 1 || denominator.utf8.count == 2 && next == (first + 1) % 100
    }

    private func slash(_ line: Line, _ index: Int) -> (String, String, Int)? {
        guard let numerator = line.number(index), numerator.utf8.count <= 6,
            line.touchingMark(index + 1, "/") || line.touchingMark(index + 1, "⁄"),
            line.touchingNumber(index + 2) != nil,
            let (denominator, count) = line.amount(index + 2, wording.numbers),
            denominator.fraction == nil, denominator.digits != "0",
            line.endsWord(index + 2 + count), !line.touchingMark(index + 2 + count, "/")
        else { return nil }
        return (numerator, denominator.digits, count + 2)
    }
}
