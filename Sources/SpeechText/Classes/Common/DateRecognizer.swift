/// Dates with the month as a word or in figures, with or without day and year.
struct DateRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { [.number, .word] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.number(index) != nil {
            guard line.startsWord(index) else { return }
            proposeDayFirst(line, index, &candidates)
            proposeFigures(line, index, &candidates)
            proposeDayAndMonth(line, index, &candidates)
        } else if let (month, end) = month(line, index), line.startsWord(index) {
            proposeMonthFirst(month, end, line, index, &candidates)
        }
    }

    /// 14. Januar 2020, 1er mars, 3 de mayo de 2020.
    private func proposeDayFirst(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (day, dayEnd) = day(line, index),
            let (month, monthEnd) = month(line, pastJoint(line, dayEnd))
        else { return }
        var date = Day(day: day, month: month, dayFirst: true)
        candidates.append(Candidate(monthEnd - index, .date(date), cost: 13))
        if let (year, end) = year(line, pastJoint(line, monthEnd)) {
            date.year = year
            candidates.append(Candidate(end - index, .date(date), cost: 13))
        }
    }

    /// Mai 2020; May 5, 2020 where months come first.
    private func proposeMonthFirst(
        _ month: Int, _ monthEnd: Int, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        var date = Day(month: month, dayFirst: false)
        if let (year, end) = year(line, pastJoint(line, monthEnd)) {
            date.year = year
            candidates.append(Candidate(end - index, .date(date), cost: 13))
        }
        guard wording.dateOrder == .monthFirst, let (day, dayEnd) = day(line, monthEnd) else {
            return
        }
        date = Day(day: day, month: month, dayFirst: false)
        candidates.append(Candidate(dayEnd - index, .date(date), cost: 14))
        if let (year, end) = year(line, line.isMark(dayEnd, ",") ? dayEnd + 1 : dayEnd) {
            date.year = year
            candidates.append(Candidate(end - index, .date(date), cost: 14))
        }
    }

    /// 2020-05-17, 17.5.2020, 17/5/20.
    private func proposeFigures(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = line.number(index), let mark = line[index + 1], mark.gap == .none,
            ["-", "/", "."].contains(mark.text), let second = line.touchingNumber(index + 2),
            line.touchingMark(index + 3, mark.scalar), let third = line.touchingNumber(index + 4),
            line.endsWord(index + 5), let a = Int(first), let b = Int(second), let c = Int(third),
            second.utf8.count <= 2
        else { return }
        var date: Day?
        switch (first.utf8.count, third.utf8.count) {
        case (4, 1...2): date = Day(day: c, month: b, year: a, dayFirst: true)
        case (1...2, 4), (1...2, 2):
            let monthFirst = wording.dateOrder == .monthFirst && a <= 12 || b > 12
            // A year of two figures is one of these days.
            let year = third.utf8.count == 4 ? c : c < 70 ? 2000 + c : 1900 + c
            date = Day(
                day: monthFirst ? b : a, month: monthFirst ? a : b, year: year,
                dayFirst: !monthFirst)
        default: break
        }
        guard let date, (1...31).contains(date.day!), (1...12).contains(date.month) else { return }
        candidates.append(Candidate(5, .date(date), cost: 13))
    }

    /// 02.03. and 2.3., in languages that point their dates; 17/06 is a fraction rather.
    private func proposeDayAndMonth(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard wording.pointsDates, let first = line.number(index), first.utf8.count <= 2,
            line.touchingMark(index + 1, "."), let second = line.touchingNumber(index + 2),
            second.utf8.count <= 2, let day = Int(first), (1...31).contains(day),
            let month = Int(second), (1...12).contains(month), line.endsWord(index + 3)
        else { return }
        let date = Semiotic.date(Day(day: day, month: month, dayFirst: true))
        let dotted = line.touchingMark(index + 3, ".") && line.touchingNumber(index + 4) == nil
        if dotted, !line.isLast(index + 3) { candidates.append(Candidate(4, date, cost: 14)) }
        candidates.append(Candidate(3, date, cost: second.utf8.count == 2 ? 14 : 26))
    }

    private func pastJoint(_ line: Line, _ index: Int) -> Int {
        guard let word = line.word(index), wording.dateJoints.contains(word) else { return index }
        return index + 1
    }

    /// A day with what makes an ordinal of it.
    private func day(_ line: Line, _ index: Int) -> (day: Int, end: Int)? {
        guard let digits = line.number(index), digits.utf8.count <= 2, let day = Int(digits),
            (1...31).contains(day)
        else { return nil }
        if let mark = line[index + 1], mark.gap == .none {
            let isOrdinal =
                wording.ordinalMarks[mark.text] ?? wording.ordinalMarks[mark.text.lowercased()]
            if isOrdinal != nil || mark.isMark(".") { return (day, index + 2) }
            guard mark.kind != .word else { return nil }
        }
        return (day, index + 1)
    }

    private func month(_ line: Line, _ index: Int) -> (month: Int, end: Int)? {
        guard let word = line.word(index), let month = wording.months[word] else { return nil }
        let dotted = line.touchingMark(index + 1, ".") && word.unicodeScalars.count <= 5
        return (month, dotted && !line.isLast(index + 1) ? index + 2 : index + 1)
    }

    private func year(_ line: Line, _ index: Int) -> (year: Int, end: Int)? {
        guard let digits = line.number(index), digits.utf8.count == 4, let year = Int(digits),
            (1000...2999).contains(year), line.endsWord(index + 1),
            !(line.touchingMark(index + 1, wording.numbers.point)
                && line.touchingNumber(index + 2) != nil)
        else { return nil }
        return (year, index + 1)
    }
}
