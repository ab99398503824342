/// Dates with the month as a word or a number, with or without a year.
struct EnglishDateRecognizer: Recognizer {
    /// Whether 5/3/2020 is in March.
    let isDayFirst: Bool

    var starts: TokenKinds { [.number, .word] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.number(index) != nil {
            proposeDayFirst(line, index, &candidates)
            proposeNumeric(line, index, &candidates)
            proposeQuarter(line, index, &candidates)
        } else if let word = line.word(index), EnglishWords.months[word] != nil {
            proposeMonthFirst(line, index, &candidates)
        }
    }

    /// 5 May 2021, 5th of May, 5 Sept.
    private func proposeDayFirst(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let (day, dayEnd) = day(line, index) else { return }
        var at = dayEnd
        if line.word(at) == "of" { at += 1 }
        guard let (month, monthEnd) = month(line, at, from: index),
            !line.touches(at) || !line.touches(dayEnd)
        else { return }
        let hasArticle = line.word(index - 1) == "the"
        var date = Day(day: day, month: month, dayFirst: true, hasArticle: hasArticle)
        candidates.append(Candidate(monthEnd - index, .date(date), cost: 14))
        if let (year, end) = year(line, monthEnd) {
            date.year = year
            date.hasComma = line.isMark(monthEnd, ",")
            candidates.append(Candidate(end - index, .date(date), cost: 14))
        }
    }

    /// May 5, 2021; May 5th; May 2021.
    private func proposeMonthFirst(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (month, monthEnd) = month(line, index, from: index) else { return }
        // "may 5" is rather a verb.
        guard line.tokens[index].text != "may", line.tokens[index].text != "march" else { return }
        var date = Day(month: month, dayFirst: false)
        if let (day, dayEnd) = day(line, monthEnd), !line.touches(monthEnd) {
            date.day = day
            if isDay(line, dayEnd), !(line.word(dayEnd).map(EnglishWords.counted.contains) ?? false)
            {
                candidates.append(Candidate(dayEnd - index, .date(date), cost: 14))
            }
            if let (year, end) = year(line, dayEnd) {
                date.year = year
                date.hasComma = line.isMark(dayEnd, ",")
                candidates.append(Candidate(end - index, .date(date), cost: 14))
            }
        } else if let (year, end) = year(line, monthEnd) {
            date.year = year
            date.hasComma = line.isMark(monthEnd, ",")
            candidates.append(Candidate(end - index, .date(date), cost: 14))
        } else if EnglishWords.monthNames[month].utf8.count != line.lower[index].utf8.count,
            monthEnd > index + 1, !line.isLast(index + 1)
        {
            candidates.append(Candidate(2, .date(date), cost: 16))
        }
    }

    /// 2021-05-17, 5/17/2021, 17.5.2021.
    private func proposeNumeric(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = line.number(index),
            let separator = line[index + 1], separator.gap == .none, separator.kind == .mark,
            let second = line.touchingNumber(index + 2),
            line.touchingMark(index + 3, separator.scalar),
            let third = line.touchingNumber(index + 4),
            line.endsWord(index + 5) || stamp(line, index + 5) != nil,
            let (a, b, c) = values(first, second, third)
        else { return }
        var date: Day?
        switch (separator.text, first.utf8.count, third.utf8.count) {
        case ("-", 4, 1...2), ("/", 4, 1...2), (".", 4, 1...2):
            date = Day(day: c, month: b, year: a, dayFirst: false)
        case ("/", 1...2, 4), ("-", 1...2, 4), ("/", 1...2, 2):
            let isMonthFirst = isDayFirst ? b > 12 : a <= 12
            date =
                isMonthFirst
                ? Day(day: b, month: a, year: c, dayFirst: isDayFirst)
                : Day(day: a, month: b, year: c, dayFirst: true)
        case ("-", 1...2, 2), (".", 1...2, 2):
            // By 2-29-24
            guard let before = line.word(index - 1), EnglishWords.datePrepositions.contains(before)
            else { return }
            date =
                a <= 12 && !isDayFirst
                ? Day(day: b, month: a, year: c, dayFirst: false)
                : Day(day: a, month: b, year: c, dayFirst: true)
        case (".", 1...2, 4):
            date = Day(day: a, month: b, year: c, dayFirst: true)
        default: break
        }
        guard let date, (1...31).contains(date.day!), (1...12).contains(date.month) else { return }
        candidates.append(Candidate(5, .date(date), cost: 14))
        if let (clock, end) = stamp(line, index + 5) {
            let content = Semiotic.range(.date(date), .time(clock), word: "at")
            candidates.append(Candidate(end - index, content, cost: 14))
        }
    }

    /// The time of 2024-01-15T14:30:00Z.
    private func stamp(_ line: Line, _ index: Int) -> (clock: Clock, end: Int)? {
        guard line[index]?.text == "T", line.touches(index),
            let hour = line.touchingNumber(index + 1), hour.utf8.count == 2,
            line.touchingMark(index + 2, ":"), let minute = line.touchingNumber(index + 3),
            minute.utf8.count == 2, let h = Int(hour), let m = Int(minute), h < 25, m < 60
        else { return nil }
        var clock = Clock(hour: h, minute: m)
        var at = index + 4
        if line.touchingMark(at, ":"), let digits = line.touchingNumber(at + 1),
            let second = Int(digits), second < 60
        {
            clock.second = second > 0 ? second : nil
            at += 2
        }
        if line.touchingMark(at, "."), line.touchingNumber(at + 1) != nil { at += 2 }
        if line[at]?.text == "Z", line.touches(at) {
            clock.zone = "UTC"
            at += 1
        }
        return line.endsWord(at) ? (clock, at) : nil
    }

    /// 2Q22 and 1H23, as firms count their year.
    private func proposeQuarter(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let part = line.number(index), let letter = line[index + 1],
            letter.gap == .none, let digits = line.touchingNumber(index + 2),
            digits.utf8.count == 2 || digits.utf8.count == 4, line.endsWord(index + 3),
            let year = Int(digits), let count = Int(part)
        else { return }
        let name: String
        switch (letter.text, count) {
        case ("Q", 1...4): name = "quarter"
        case ("H", 1...2): name = "half"
        default: return
        }
        let words = "the \(EnglishNumbers.ordinal(part)) \(name) of \(EnglishNumbers.year(year))"
        candidates.append(Candidate(3, .symbol(words), cost: 12))
    }

    private func values(_ a: String, _ b: String, _ c: String) -> (Int, Int, Int)? {
        guard let a = Int(a), let b = Int(b), let c = Int(c) else { return nil }
        return (a, b, c)
    }

    private func day(_ line: Line, _ index: Int) -> (day: Int, end: Int)? {
        guard let digits = line.number(index), digits.utf8.count <= 2, let day = Int(digits),
            (1...31).contains(day)
        else { return nil }
        if let suffix = line.touchingWord(index + 1) {
            guard ["st", "nd", "rd", "th", "d"].contains(suffix) else { return nil }
            return (day, index + 2)
        }
        return (day, index + 1)
    }

    private func month(_ line: Line, _ index: Int, from start: Int) -> (month: Int, end: Int)? {
        guard let word = line.word(index), let month = EnglishWords.months[word] else { return nil }
        let isShort = EnglishWords.monthNames[month].utf8.count != word.utf8.count
        let dotted =
            isShort && line.touchingMark(index + 1, ".")
            && !line.endsSentence(dot: index + 1, from: start)
        return (month, index + (dotted ? 2 : 1))
    }

    private func year(_ line: Line, _ index: Int) -> (year: Int, end: Int)? {
        var at = index
        if line.isMark(at, ",") { at += 1 }
        guard let digits = line.number(at), digits.utf8.count == 4, let year = Int(digits),
            (1000...2999).contains(year), isDay(line, at + 1)
        else { return nil }
        return (year, at + 1)
    }

    /// Not the beginning of 5.3, 5:30 or 5%.
    private func isDay(_ line: Line, _ end: Int) -> Bool {
        guard line.touches(end), let next = line[end] else { return true }
        switch next.text {
        case ":": return line.touchingNumber(end + 1) == nil
        case ".", ",": return line.touchingNumber(end + 1) == nil
        case "%", "°": return false
        default: return next.kind != .word
        }
    }
}
