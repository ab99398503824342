/// Measures that only French writes so: 1 m 80, 2 c. à s., 1 000 000 habitants.
struct FrenchMeasureRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), line.number(index) != nil,
            let (numeral, count) = line.amount(index, wording.numbers)
        else { return }
        let end = index + count
        if goesOn(line, end) { candidates.append(Candidate(count, .cardinal(numeral), cost: 1)) }
        if let (unit, length) = spoon(line, end) {
            let content = Semiotic.measure(numeral, scale: nil, unit: unit)
            candidates.append(Candidate(count + length, content, cost: 12))
        }
        proposeSize(numeral, end, line, index, &candidates)
        guard numeral.fraction == nil else { return }
        if count == 1 { proposeLetter(numeral, line, end, &candidates) }
        if line.word(end) == "m", let rest = line.number(end + 1), rest.utf8.count == 2,
            line.touches(end) == line.touches(end + 1), line.endsWord(end + 2)
        {
            let metres = Semiotic.measure(numeral, scale: nil, unit: Unit("mètre"))
            let content = Semiotic.range(metres, .digits(rest), word: "")
            candidates.append(Candidate(count + 2, content, cost: 12))
        }
        // Millions are nouns: "un million d'habitants".
        if numeral.digits.hasSuffix("000000"), let noun = line.word(end), !line.touches(end),
            noun.utf8.count > 3, line[end]!.startsLowercase, !Self.functionWords.contains(noun)
        {
            let content = Semiotic.measure(numeral, scale: nil, unit: Unit(noun, noun))
            candidates.append(Candidate(count + 1, content, cost: 24))
        }
    }

    /// Whether a letter is the beginning of a word, no unit: les 5 l'ont vu, 3 t-shirts.
    private func goesOn(_ line: Line, _ index: Int) -> Bool {
        guard let word = line.word(index), word.utf8.count == 1, let mark = line[index + 1],
            mark.gap == .none
        else { return false }
        return ["'", "’", "-"].contains(mark.text) && line.touchingWord(index + 2) != nil
    }

    /// A letter at the end of a number: 10k is ten thousand, 2x twice, 12A a seat or a house.
    private func proposeLetter(
        _ numeral: Numeral, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let letter = line[index], line.touches(index), line.endsWord(index + 1) else {
            return
        }
        // 4K is a picture.
        let isThousands = numeral.digits.utf8.count == 1 ? letter.text == "k" : true
        if line.lower[index] == "k", isThousands, numeral.digits.utf8.count <= 3 {
            let content = Semiotic.measure(numeral, scale: "mille", unit: Unit("", ""))
            candidates.append(Candidate(2, content, cost: 12))
        } else if letter.text == "x", line.word(index + 1) != nil {
            let content = Semiotic.measure(numeral, scale: nil, unit: Self.times)
            candidates.append(Candidate(2, content, cost: 11))
        } else if Self.letters.contains(letter.text) {
            let name = Unit(letter.text, letter.text)
            let content = Semiotic.measure(numeral, scale: nil, unit: name)
            candidates.append(Candidate(2, content, cost: 11))
        }
    }

    /// 10 x 15 cm, 4x100 m
    private func proposeSize(
        _ width: Numeral, _ end: Int, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.word(end) == "x" || line.isMark(end, "×"), line.number(end + 1) != nil,
            let (height, count) = line.amount(end + 1, wording.numbers),
            let (unit, length) = line.phrase(end + 1 + count, in: wording.units)
        else { return }
        let next = end + 1 + count + length
        guard line.endsWord(next) else { return }
        // Runners run a distance several times.
        let isRun = unit.one == "mètre" && (height.value ?? 0) >= 50
        let content = Semiotic.range(
            .cardinal(width), .measure(height, scale: nil, unit: unit),
            word: isRun ? "fois" : "sur")
        candidates.append(Candidate(next - index, content, cost: 22))
    }

    /// c. à s., c. à café
    private func spoon(_ line: Line, _ index: Int) -> (unit: Unit, count: Int)? {
        guard line.word(index) == "c" || line.word(index) == "cuil",
            line.touchingMark(index + 1, "."), line.word(index + 2) == "à",
            let kind = line.word(index + 3), let name = Self.spoons[kind]
        else { return nil }
        let isDotted = line.touchingMark(index + 4, ".") && !line.isLast(index + 4)
        let unit = Unit("cuillère à " + name, "cuillères à " + name, .feminine)
        return (unit, isDotted ? 5 : 4)
    }

    private static let times = Unit("fois", "fois", .feminine)
    private static let letters: Set<String> = ["A", "B", "C", "D", "E", "F"]
    private static let spoons = [
        "s": "soupe", "soupe": "soupe", "c": "café", "café": "café", "thé": "thé", "t": "thé",
    ]
    private static let functionWords: Set<String> = [
        "pour", "dans", "avec", "sans", "sous", "vers", "chez", "contre", "entre", "depuis",
        "pendant", "plus", "moins", "mais", "donc", "sont", "était", "étaient", "serait", "avant",
        "après", "environ", "selon", "dont", "puis", "ainsi", "alors", "lorsque", "quand",
    ]
}
