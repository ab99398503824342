/// 1/2, 2 3/4, ½, 2½.
struct EnglishFractionRecognizer: Recognizer {
    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let (over, under) = Self.vulgar(line[index]) {
            let content = Semiotic.fraction(whole: nil, numerator: over, denominator: under)
            candidates.append(Candidate(1, content, cost: 9))
            return
        }
        guard let first = line.number(index), line.startsWord(index) else { return }
        if let (over, under) = Self.vulgar(line[index + 1]) {
            let content = Semiotic.fraction(whole: first, numerator: over, denominator: under)
            candidates.append(Candidate(2, content, cost: 12))
        }
        proposeDashed(line, index, &candidates)
        if let (over, under) = slash(line, index) {
            let content = Semiotic.fraction(whole: nil, numerator: over, denominator: under)
            let count = line.touchingWord(index + 3) == nil ? 3 : 4
            if isPair(over, under) {
                let words = EnglishNumbers.cardinal(over) + " " + EnglishNumbers.cardinal(under)
                candidates.append(Candidate(3, .symbol(words), cost: 12))
            }
            if PressureRecognizer.isPressure(over, under) {
                let words = EnglishNumbers.count(over) + " over " + EnglishNumbers.count(under)
                candidates.append(Candidate(3, .symbol(words), cost: 12))
            }
            candidates.append(Candidate(count, content, cost: 18))
        }
        if let (over, under) = slash(line, index + 1), !line.touches(index + 1),
            let low = Int(over), let high = Int(under), low < high || first.utf8.count == 1
        {
            let content = Semiotic.fraction(whole: first, numerator: over, denominator: under)
            candidates.append(Candidate(4, content, cost: 16))
        }
    }

    /// 1-1/2 cups
    private func proposeDashed(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let whole = line.number(index), whole.utf8.count <= 2, line.isDash(index + 1),
            line.touches(index + 1), line.touches(index + 2),
            let (over, under) = slash(line, index + 2), let low = Int(over), let high = Int(under),
            low < high, high <= 64, !line.isMark(index - 1, "/"), !line.touchingMark(index + 5, "/")
        else { return }
        let content = Semiotic.fraction(whole: whole, numerator: over, denominator: under)
        candidates.append(Candidate(5, content, cost: 16))
    }

    private func slash(_ line: Line, _ index: Int) -> (String, String)? {
        guard let over = line.number(index), over.utf8.count <= 5,
            line.touchingMark(index + 1, "/") || line.touchingMark(index + 1, "⁄"),
            let under = line.touchingNumber(index + 2), under.utf8.count <= 5,
            line.endsWord(index + 3) || isOrdinalSuffix(line.touchingWord(index + 3)),
            !line.touchingMark(index + 3, "/"),
            !(line.touches(index) && line.isMark(index - 1, "/"))
        else { return nil }
        return (over, under)
    }

    /// 24/7, 9/11, 50/50: two numbers that are no fraction.
    private func isPair(_ over: String, _ under: String) -> Bool {
        guard let first = Int(over), let second = Int(under) else { return false }
        return (first, second) == (24, 7) || (first, second) == (9, 11) || first == second
            || (first, second) == (7, 11) || (first, second) == (4, 20)
            || first + second == 100 && first % 10 == 0
    }

    /// 1/8th is 1/8.
    private func isOrdinalSuffix(_ word: String?) -> Bool {
        word == "th" || word == "rd" || word == "nd" || word == "ths" || word == "rds"
    }

    /// The common table, without a look at it for each comma.
    static func vulgar(_ token: Token?) -> (String, String)? {
        guard let token, !token.scalar.isASCII else { return nil }
        return FractionRecognizer.vulgar(token)
    }
}
