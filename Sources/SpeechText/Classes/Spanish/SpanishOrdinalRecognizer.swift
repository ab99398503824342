/// Ordinals with separators before their mark, and with a degree sign for a mark: 1.000.º, 28°.
struct SpanishOrdinalRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.number(index) != nil, line.startsWord(index),
            let (numeral, count) = line.amount(index, wording.numbers), numeral.fraction == nil
        else { return }
        var end = index + count
        if line.touchingMark(end, "."), line.touches(end + 1) { end += 1 }
        if let mark = line.touchingWord(end), let form = wording.ordinalMarks[mark],
            line.endsWord(end + 1)
        {
            end += 1
            // El 1er. premio.
            if line.touchingMark(end, "."), line[end + 1]?.startsLowercase ?? false { end += 1 }
            candidates.append(Candidate(end - index, .ordinal(numeral.digits, form), cost: 11))
        } else if line.touchingMark(end, "°"), numeral.digits.utf8.count <= 3,
            isOrdered(line, index, end + 1)
        {
            let form = Self.form(before: line.word(end + 1))
            candidates.append(Candidate(end + 1 - index, .ordinal(numeral.digits, form), cost: 12))
        }
    }

    /// `el 28° aniversario`, or nothing else on the line; elsewhere they are degrees.
    private func isOrdered(_ line: Line, _ index: Int, _ end: Int) -> Bool {
        guard let next = line.word(end) else { return index == 0 && line.isLast(end) }
        if line.touches(end) { return false }
        if Self.ordered.contains(next) { return true }
        guard let before = line.word(index - 1) else { return false }
        return Self.articles.contains(before) && next.unicodeScalars.count > 3
            && !Self.scales.contains(next)
    }

    private static func form(before noun: String?) -> Form {
        guard let noun else { return .plain }
        let gender = SpanishNouns.gender(of: noun) ?? .masculine
        return Form(gender: gender, isShort: gender == .masculine)
    }

    private static let articles: Set<String> = [
        "el", "del", "al", "su", "la", "un", "este", "mi", "nuestro", "cada",
    ]
    private static let ordered: Set<String> = [
        "piso", "planta", "puesto", "lugar", "aniversario", "edición", "congreso", "curso", "año",
        "capítulo", "artículo", "batallón", "regimiento", "ronda", "jornada", "etapa",
    ]
    private static let scales: Set<String> = ["celsius", "fahrenheit", "kelvin", "centígrados"]
}
