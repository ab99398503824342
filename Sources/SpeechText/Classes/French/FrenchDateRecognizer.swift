/// Dates that only French writes so: 17/06, 17/06/98, les 17/18/19 mars.
struct FrenchDateRecognizer: Recognizer {
    private static let mostDays = 4

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = day(line, index),
            let mark = line[index + 1], mark.gap == .none, ["/", "-", "."].contains(mark.text)
        else { return }
        proposeFigures(first, mark.scalar, line, index, &candidates)
        if mark.scalar != "." { proposeDays(mark.scalar, line, index, &candidates) }
    }

    private func proposeFigures(
        _ day: Int, _ mark: Unicode.Scalar, _ line: Line, _ index: Int,
        _ candidates: inout [Candidate]
    ) {
        guard let second = line.touchingNumber(index + 2), second.utf8.count <= 2,
            let month = Int(second), (1...12).contains(month)
        else { return }
        if line.touchingMark(index + 3, mark), let third = line.touchingNumber(index + 4) {
            // People say such a year as it is written.
            guard third.utf8.count == 2, third.first != "0", let year = Int(third), year > 29,
                line.endsWord(index + 5)
            else { return }
            let date = Day(day: day, month: month, year: year, dayFirst: true)
            candidates.append(Candidate(5, .date(date), cost: 12))
            return
        }
        guard line.endsWord(index + 3) else { return }
        let isPadded = line[index]!.text.first == "0" || second.first == "0"
        let isDue = line.word(index - 1).map(Self.articles.contains) ?? false
        guard isDue || isPadded || mark == "/" && day > 12 else { return }
        let date = Day(day: day, month: month, dayFirst: true)
        candidates.append(Candidate(3, .date(date), cost: isDue ? 12 : 14))
    }

    /// 17-18 juin: days of one month.
    private func proposeDays(
        _ mark: Unicode.Scalar, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        var days = [day(line, index)!]
        var at = index + 1
        while days.count < Self.mostDays, line.touchingMark(at, mark), line.touches(at + 1),
            let next = day(line, at + 1)
        {
            days.append(next)
            at += 2
        }
        guard days.count > 1, let word = line.word(at), !line.touches(at),
            let month = FrenchMonths.numbers[word]
        else { return }
        at += 1
        var date = Day(day: days.last, month: month, dayFirst: true)
        if let digits = line.number(at), digits.utf8.count == 4, line.endsWord(at + 1) {
            date.year = Int(digits)
            at += 1
        }
        let isSpan = days.count == 2 && days[1] > days[0] + 1 && line.word(index - 1) != "les"
        var content = Semiotic.date(date)
        for day in days.dropLast().reversed() {
            let first = Semiotic.ordinalDay(day)
            content = .range(first, content, word: isSpan ? "au" : "")
        }
        candidates.append(Candidate(at - index, content, cost: 12))
    }

    private func day(_ line: Line, _ index: Int) -> Int? {
        guard let digits = line.number(index), digits.utf8.count <= 2, let day = Int(digits),
            (1...31).contains(day)
        else { return nil }
        return day
    }

    private static let articles: Set<String> = ["le", "du", "au", "dès"]
}

extension Semiotic {
    /// The first of a month is an ordinal, the other days are cardinals.
    fileprivate static func ordinalDay(_ day: Int) -> Semiotic {
        day == 1 ? .ordinal("1") : .cardinal(Numeral(digits: String(day)))
    }
}
