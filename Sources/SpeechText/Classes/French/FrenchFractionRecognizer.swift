/// Two numbers with a slash that are no parts of one: marks of a school, 7/7.
struct FrenchFractionRecognizer: Recognizer {
    private static let reach = 4

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let (first, count) = line.amount(index, FrenchWording.wording.numbers),
            line.startsWord(index), line.touchingMark(index + count, "/"),
            let second = line.touchingNumber(index + count + 1), line.endsWord(index + count + 2),
            !line.touchingMark(index + count + 2, "/")
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
