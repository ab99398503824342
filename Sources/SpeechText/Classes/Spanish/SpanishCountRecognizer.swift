/// Numbers that agree with the noun they count: 21 días, 200 personas, 1 vez.
struct SpanishCountRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), line.number(index) != nil,
            let (numeral, count) = line.amount(index, wording.numbers), numeral.fraction == nil,
            let noun = line[index + count], noun.startsLowercase, !line.touches(index + count),
            let gender = SpanishNouns.gender(
                ofCounted: line.lower[index + count], isOne: numeral.isOne)
        else { return }
        guard numeral.digits.first != "0" || numeral.digits == "0",
            !isYear(numeral, line, index, count)
        else { return }
        let unit = Unit(noun.text, noun.text, gender)
        candidates.append(
            Candidate(count + 1, .measure(numeral, scale: nil, unit: unit), cost: 13))
    }

    /// `en 2021 muchas`
    private func isYear(_ numeral: Numeral, _ line: Line, _ index: Int, _ count: Int) -> Bool {
        guard count == 1, let value = numeral.value, (1000...2100).contains(value),
            let before = line.word(index - 1)
        else { return false }
        return Self.beforeYears.contains(before)
    }

    private static let beforeYears: Set<String> = [
        "en", "de", "desde", "hasta", "del", "año", "para", "a", "y", "tras",
    ]
}
