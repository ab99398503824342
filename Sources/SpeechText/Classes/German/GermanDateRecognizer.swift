/// Dates, with the day in agreement with the words before it.
struct GermanDateRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if line.number(index) != nil {
            proposeNamedMonth(line, index, &candidates)
            proposeFigures(line, index, &candidates)
            proposeYearFirst(line, index, &candidates)
        } else if let (month, end) = month(line, index), let (year, last) = year(line, end) {
            let date = Day(month: month, year: year, dayFirst: false)
            candidates.append(Candidate(last - index, .date(date), cost: 13))
        }
    }

    /// 14. Januar 2020, 14 Jan. 2020.
    private func proposeNamedMonth(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let day = part(line, index, 1...31) else { return }
        let dotted = line.touchingMark(index + 1, ".")
        guard let (month, end) = month(line, dotted ? index + 2 : index + 1) else { return }
        var date = Day(day: day, month: month, dayFirst: true, form: form(line, index))
        candidates.append(Candidate(end - index, .date(date), cost: dotted ? 12 : 14))
        if let (year, last) = year(line, end) {
            date.year = year
            candidates.append(Candidate(last - index, .date(date), cost: dotted ? 12 : 14))
        }
    }

    /// 17.5.2020, 17. 5. 2020, 17/05/2020, 17.05., am 17.5
    private func proposeFigures(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let day = part(line, index, 1...31), let mark = line[index + 1], mark.gap == .none,
            [".", "/", "-"].contains(mark.text), let month = part(line, index + 2, 1...12),
            mark.text == "." || line.touches(index + 2)
        else { return }
        var date = Day(day: day, month: month, dayFirst: true, form: form(line, index))
        if line.touchingMark(index + 3, mark.scalar), let year = figureYear(line, index + 4),
            mark.text == "." || line.touches(index + 4), line.endsWord(index + 5)
        {
            date.year = year
            candidates.append(Candidate(5, .date(date), cost: 12))
        }
        guard mark.text == "." else { return }
        let isPadded = line.number(index + 2)!.utf8.count == 2 && line.touches(index + 2)
        if line.touchingMark(index + 3, "."), line.touchingNumber(index + 4) == nil {
            // 3.5. and, in full, 03.05.
            date.isMonthOrdinal = !isPadded
            let count = line.isLast(index + 3) && !isWhole(line, index, 4) ? 3 : 4
            candidates.append(Candidate(count, .date(date), cost: 13))
        } else if line.endsWord(index + 3), line.touches(index + 2) {
            let calls = line.word(index - 1).map(Self.beforeDates.contains) ?? false
            let isDate = isPadded && !isOther(line, index)
            guard calls || isDate else { return }
            date.isMonthOrdinal = !isPadded
            candidates.append(Candidate(3, .date(date), cost: calls ? 13 : 14))
        }
    }

    /// 2020-05-17
    private func proposeYearFirst(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (year, _) = year(line, index), let mark = line[index + 1], mark.gap == .none,
            ["-", "/", "."].contains(mark.text), line.touches(index + 2),
            let month = part(line, index + 2, 1...12), line.touchingMark(index + 3, mark.scalar),
            line.touches(index + 4), let day = part(line, index + 4, 1...31),
            line.endsWord(index + 5)
        else { return }
        let date = Day(
            day: day, month: month, year: year, dayFirst: true, form: form(line, index))
        candidates.append(Candidate(5, .date(date), cost: 12))
    }

    /// The line is nothing but the date.
    private func isWhole(_ line: Line, _ index: Int, _ count: Int) -> Bool {
        index == 0 && line.tokens.count == count
    }

    /// Version 12.04, Punkt 3.10.
    private func isOther(_ line: Line, _ index: Int) -> Bool {
        guard let before = line[index - 1], before.startsUppercase else { return false }
        return !GermanWords.weekdayNames.contains(line.lower[index - 1])
    }

    private func form(_ line: Line, _ index: Int) -> Form {
        Form(ending: line.germanEnding(index, gender: .masculine))
    }

    private func part(_ line: Line, _ index: Int, _ range: ClosedRange<Int>) -> Int? {
        guard let digits = line.number(index), digits.utf8.count <= 2, let value = Int(digits),
            range.contains(value)
        else { return nil }
        return value
    }

    private func month(_ line: Line, _ index: Int) -> (month: Int, end: Int)? {
        guard let word = line.word(index), let month = GermanWords.months[word],
            line.endsWord(index + 1)
        else { return nil }
        let isShort = word != GermanWords.monthNames[month].lowercased()
        let dotted = isShort && line.touchingMark(index + 1, ".") && !line.isLast(index + 1)
        return (month, dotted ? index + 2 : index + 1)
    }

    private func year(_ line: Line, _ index: Int) -> (year: Int, end: Int)? {
        guard let digits = line.number(index), digits.utf8.count == 4, let year = Int(digits),
            (1000...2999).contains(year), line.endsWord(index + 1),
            !(line.touchingMark(index + 1, ",") && line.touchingNumber(index + 2) != nil)
        else { return nil }
        return (year, index + 1)
    }

    /// A year of two figures is one of these days.
    private func figureYear(_ line: Line, _ index: Int) -> Int? {
        if let (year, _) = year(line, index) { return year }
        guard let digits = line.number(index), digits.utf8.count == 2, let year = Int(digits) else {
            return nil
        }
        return year < 50 ? 2000 + year : 1900 + year
    }

    private static let beforeDates = GermanWords.set("am vom bis zum ab seit")
}
