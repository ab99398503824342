/// Fractions with a sign or an ending, and numbers with a slash that are none: -1/3, 1/10e, 7/7.
struct FrenchFractionRecognizer: Recognizer {
    private static let reach = 4
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        let isSigned = line.isSign(index) && line.startsFresh(index) && line.touches(index + 1)
        if isSigned, let (content, count) = fraction(line, index + 1) {
            let signed = Semiotic.range(.symbol("moins"), content, word: "")
            candidates.append(Candidate(count + 1, signed, cost: 16))
        }
        guard line.startsWord(index) else { return }
        if let (content, count) = fraction(line, index), count == 4 {
            candidates.append(Candidate(count, content, cost: 15))
        }
        proposePair(line, index, &candidates)
        proposeHalf(line, index, &candidates)
        proposeSeason(line, index, &candidates)
    }

    /// 2019/2020: two years that follow each other.
    private func proposeSeason(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = line.number(index), first.utf8.count == 4,
            line.touchingMark(index + 1, "/"), let second = line.touchingNumber(index + 2),
            line.endsWord(index + 3), let year = Int(first), second == String(year + 1)
        else { return }
        let content = Semiotic.range(.year(year), .year(year + 1), word: "")
        candidates.append(Candidate(3, content, cost: 12))
    }

    /// 1/2 heure, 2 1/2 tasses: halves agree with what they are of.
    private func proposeHalf(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let whole = isHalf(line, index) ? nil : line.number(index)
        let half = whole == nil ? index : index + 1
        guard isHalf(line, half), whole == nil || !line.touches(half),
            let noun = line.word(half + 3), let gender = Self.halved[noun], line.endsWord(half + 4)
        else { return }
        let isFeminine = gender == .feminine
        let words =
            whole.map {
                FrenchNumbers.cardinal($0, gender) + " " + noun
                    + (isFeminine ? " et demie" : " et demi")
            } ?? (isFeminine ? "une demi-" : "un demi-") + noun
        candidates.append(Candidate(half + 4 - index, .symbol(words), cost: 20))
    }

    private func isHalf(_ line: Line, _ index: Int) -> Bool {
        line.number(index) == "1" && line.touchingMark(index + 1, "/")
            && line.touchingNumber(index + 2) == "2"
    }

    private static let halved: [String: Form.Gender] = [
        "heure": .feminine, "heures": .feminine, "journée": .feminine, "journées": .feminine,
        "tasse": .feminine, "tasses": .feminine, "bouteille": .feminine, "douzaine": .feminine,
        "baguette": .feminine, "livre": .feminine, "page": .feminine, "pages": .feminine,
        "litre": .masculine, "litres": .masculine, "kilo": .masculine, "kilos": .masculine,
        "an": .masculine, "ans": .masculine, "mois": .masculine, "siècle": .masculine,
        "verre": .masculine, "verres": .masculine, "tour": .masculine, "tours": .masculine,
        "point": .masculine, "points": .masculine, "mètre": .masculine, "mètres": .masculine,
    ]

    /// With the ending of an ordinal, four tokens.
    private func fraction(_ line: Line, _ index: Int) -> (Semiotic, Int)? {
        guard let over = line.number(index), line.touchingMark(index + 1, "/"),
            let under = line.touchingNumber(index + 2), under != "0"
        else { return nil }
        let content = Semiotic.fraction(whole: nil, numerator: over, denominator: under)
        if let ending = line.touchingWord(index + 3) {
            return wording.ordinalMarks[ending] == nil ? nil : (content, 4)
        }
        guard line.endsWord(index + 3), !line.touchingMark(index + 3, "/") else { return nil }
        return (content, 3)
    }

    /// Marks of a school and the like: 15/20.
    private func proposePair(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (first, count) = line.amount(index, wording.numbers) else { return }
        let slash = index + count
        guard line.touchingMark(slash, "/"), let second = line.touchingNumber(slash + 1),
            line.endsWord(slash + 2), !line.touchingMark(slash + 2, "/")
        else { return }
        let isMark = (max(0, index - Self.reach)..<index).contains {
            Self.marking.contains(line.lower[$0])
        }
        guard isMark || first.digits == second || first.fraction != nil else { return }
        let content = Semiotic.range(
            .cardinal(first), .cardinal(Numeral(digits: second)), word: "sur")
        candidates.append(Candidate(count + 2, content, cost: 13))
    }

    private static let marking: Set<String> = [
        "note", "notes", "noté", "notée", "moyenne", "score", "obtenu", "obtient", "tension",
        "évaluation",
    ]
}
