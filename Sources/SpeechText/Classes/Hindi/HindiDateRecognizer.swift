/// Day and month in figures: 15-08, 04/03 stays a fraction.
struct HindiDateRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = line.number(index), first.utf8.count == 2,
            line.touchingMark(index + 1, "-"), let second = line.touchingNumber(index + 2),
            second.utf8.count == 2, line.endsWord(index + 3),
            !(line.touches(index + 3) && line.isDash(index + 3)),
            let a = Int(first), let b = Int(second)
        else { return }
        // Two figures that rise may as well be a range.
        let isAlone = index == 0 && line.isLast(3)
        guard first.first == "0" || second.first == "0" || a > b || isAlone else { return }
        let monthFirst = b > 12
        let day = Day(
            day: monthFirst ? b : a, month: monthFirst ? a : b, dayFirst: !monthFirst)
        guard (1...31).contains(day.day!), (1...12).contains(day.month) else { return }
        candidates.append(Candidate(3, .date(day), cost: 14))
    }
}
