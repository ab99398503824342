/// Amounts that the common rules leave: 155 d, 20 ha di bosco, 1.5 GB, 20° C, 1/2 l.
struct ItalianMeasureRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        proposeAmbiguous(line, index, &candidates)
        proposeDotted(line, index, &candidates)
        proposeDegrees(line, index, &candidates)
        proposeFraction(line, index, &candidates)
    }

    /// Units that are words, or parts of one, as well.
    private func proposeAmbiguous(
        _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard
            let (numeral, count) = line.amount(index, ItalianWording.wording.numbers),
            let token = line[index + count], let unit = ItalianUnits.ambiguous[token.text]
        else { return }
        let end = index + count + 1
        guard line.endsWord(end), !line.touches(end) || line.touchingWord(end + 1) == nil else {
            return
        }
        // "nel 2020 ha"
        if count == 1, numeral.digits.utf8.count == 4, token.text == "ha" { return }
        if let next = line[end] {
            guard next.kind == .mark || line.word(end).map(Self.followers.contains) ?? false else {
                return
            }
            // "476 d. C."
            if next.isMark("."), !line.isLast(end) { return }
        }
        let content = Semiotic.measure(numeral, scale: nil, unit: unit)
        candidates.append(Candidate(count + 1, content, cost: 13))
    }

    /// 1.5 GB, 2.5%: decimals behind a dot, as in English.
    private func proposeDotted(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let digits = line.number(index), line.touchingMark(index + 1, "."),
            let fraction = line.touchingNumber(index + 2), fraction.utf8.count <= 2,
            let (unit, count) = line.phrase(index + 3, in: ItalianUnits.table),
            line.endsWord(index + 3 + count)
        else { return }
        let numeral = Numeral(digits: digits, fraction: fraction)
        let content = Semiotic.measure(numeral, scale: nil, unit: unit)
        candidates.append(Candidate(3 + count, content, cost: 13))
    }

    /// 20° C.
    private func proposeDegrees(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (numeral, count) = line.amount(index, ItalianWording.wording.numbers),
            line.touchingMark(index + count, "°"), let scale = line.word(index + count + 1),
            scale == "c" || scale == "f", line.tokens[index + count + 1].startsUppercase,
            line.endsWord(index + count + 2),
            let unit = ItalianUnits.table["°" + scale]
        else { return }
        let content = Semiotic.measure(numeral, scale: nil, unit: unit)
        candidates.append(Candidate(count + 2, content, cost: 13))
    }

    /// 1/2 l, 3/4 kg, 120/80 mmHg.
    private func proposeFraction(
        _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let numerator = line.number(index), line.touchingMark(index + 1, "/"),
            let denominator = line.touchingNumber(index + 2), let a = Int(numerator),
            let b = Int(denominator), b > 1, b <= 16 || a >= b,
            let (unit, count) = line.phrase(index + 3, in: ItalianUnits.table),
            line.endsWord(index + 3 + count)
        else { return }
        let words: String
        if a == 1, b == 2 {
            let half = unit.gender == .feminine ? "mezza " : "mezzo "
            words = unit.one == "ora" ? "mezz'ora" : half + unit.one
        } else {
            let parts = ItalianNumbers.fraction(
                whole: nil, numerator: numerator, denominator: denominator)
            words = parts + (a < b ? " di " + unit.one : " " + unit.many)
        }
        candidates.append(Candidate(3 + count, .symbol(words), cost: 13))
    }

    /// What may come behind a unit, and hardly behind "ha".
    private static let followers: Set<String> = ["di", "e", "o", "a", "per", "in", "da", "sono"]
}
