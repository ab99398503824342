/// Dates in figures and beside 年, 月 and 日: 2019/2/10, 08.2008, 1998年, 08月, 5月3号, 44BC.
struct ChineseDateRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), line.startsWord(index) else { return }
        proposeYear(digits, line, index, &candidates)
        proposeMonthAndDay(digits, line, index, &candidates)
        proposeThreeFigures(digits, line, index, &candidates)
        proposeTwoFigures(digits, line, index, &candidates)
        proposeEra(digits, line, index, &candidates)
    }

    private static let commonYears = 1000...2199
    private static let recentYears = 1900...2100

    /// A year is said figure by figure, a number of years is not.
    private func proposeYear(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let year = Int(digits), digits.utf8.count <= 4 else { return }
        if isYear(year, digits, line, index) {
            // 公元8年 is no year of a century, as 08年 is.
            let isShort = digits.utf8.count == 1
            let content = isShort ? Semiotic.cardinal(Numeral(digits: digits)) : .year(year)
            candidates.append(Candidate(1, content, cost: 13))
        }
    }

    private func isYear(_ year: Int, _ digits: String, _ line: Line, _ index: Int) -> Bool {
        // Who was born in the nineties: 90后.
        if digits.utf8.count == 2, line.touchingWord(index + 1) == "后" {
            return year % 5 == 0 && (year >= 50 || year < 10)
        }
        if digits.utf8.count == 4, Self.recentYears.contains(year), year != 2000,
            line.isAhead(index + 1, Self.yearNouns)
        {
            return true
        }
        guard line.word(index + 1) == "年" else { return false }
        if line.isBehind(index, Self.eras) { return true }
        let isSpan = line.isAhead(index + 2, Self.spans)
        switch digits.utf8.count {
        case 4:
            if year % 1000 == 0 { return year == 2000 && !isSpan }
            return Self.commonYears.contains(year) || year % 100 != 0
        case 2:
            if digits.first == "0" { return true }
            if line.number(index + 2) != nil, line.word(index + 3) == "月" { return true }
            return year > 60 && year % 10 != 0 && !isSpan
        default: return false
        }
    }

    /// 08月, 5月3号, 03日, 05点
    private func proposeMonthAndDay(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard digits.utf8.count <= 2, let value = Int(digits), let next = line.word(index + 1),
            !line.isBehind(index, ["第"])
        else { return }
        if digits.first == "0", ["月", "日", "号", "点", "时"].contains(next) {
            let numeral = Numeral(digits: String(value))
            candidates.append(Candidate(1, .cardinal(numeral), cost: 13))
        }
        if next == "月", (1...12).contains(value), let day = line.figure(index + 2, in: 1...31),
            line.isAhead(index + 3, ["日", "号"])
        {
            let date = Day(day: day, month: value, dayFirst: false)
            candidates.append(Candidate(4, .date(date), cost: 14))
        }
        // A day alone; with words around it may be a house or a player.
        if next == "号", (1...31).contains(value), index == 0, line.isLast(index + 2) {
            let numeral = Numeral(digits: String(value))
            let day = Semiotic.measure(numeral, scale: nil, unit: Unit("日", ""))
            candidates.append(Candidate(2, day, cost: 13))
        }
    }

    /// 2019/2/10, 12/2/2, 08-08-2008
    private func proposeThreeFigures(
        _ first: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let (mark, second) = joint(line, index + 1),
            let (other, third) = joint(line, index + 3), mark == other,
            line.endsWord(index + 5) || line.isTimeLetter(index + 5),
            !(line.touchingMark(index + 5, mark) && line.touchingNumber(index + 6) != nil),
            let a = Int(first), let b = Int(second), let c = Int(third)
        else { return }
        let date: Day
        switch (first.utf8.count, second.utf8.count, third.utf8.count) {
        case (4, 1...2, 1...2): date = Day(day: c, month: b, year: a, dayFirst: false)
        case (1...2, 1...2, 4):
            date = Day(day: b > 12 ? b : a, month: b > 12 ? a : b, year: c, dayFirst: false)
        case (2, 1...2, 1...2) where mark == "/" || mark == "·" || (mark == "-" && b < 13):
            guard second.utf8.count == third.utf8.count || mark == "/" else { return }
            date =
                b > 12
                ? Day(day: b, month: a, year: c, dayFirst: false)
                : Day(day: c, month: b, year: a, dayFirst: false)
        default: return
        }
        guard (1...12).contains(date.month), (1...31).contains(date.day!) else { return }
        // The letter before a time of day goes: 2024-01-05T10:30.
        let hasTime = line.isTimeLetter(index + 5)
        candidates.append(Candidate(hasTime ? 6 : 5, .date(date), cost: 12))
    }

    /// 2008-08, 08.2008, 08-08: months have their zero, else these are amounts.
    private func proposeTwoFigures(
        _ first: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let (mark, second) = joint(line, index + 1), line.endsWord(index + 3),
            joint(line, index + 3) == nil, !isJoined(line, index),
            let a = Int(first), let b = Int(second)
        else { return }
        let end = index + 3
        var date: Day?
        switch (first.utf8.count, second.utf8.count) {
        case (1...2, 1...2) where mark == "·" || mark == "." && line.isAhead(end, Self.feasts):
            // Days of which the figures have become a name: 6·18.
            let name = Semiotic.abbreviation(ChineseNumbers.spelled(first + second))
            candidates.append(Candidate(3, name, cost: 12))
        case (4, 2) where mark != "." && b == (a + 1) % 100 && line.isAhead(end, Self.seasons):
            let season = Semiotic.range(.year(a), .year(b), word: "")
            candidates.append(Candidate(3, season, cost: 12))
        case (4, 2) where Self.recentYears.contains(a) && (1...12).contains(b):
            if mark != "." || !isAmount(line, end) {
                date = Day(month: b, year: a, dayFirst: false)
            }
        case (2, 4) where Self.recentYears.contains(b) && (1...12).contains(a):
            if first.first == "0" || mark == "/" { date = Day(month: a, year: b, dayFirst: false) }
        case (2, 2) where first.first == "0" && (1...9).contains(a) && (1...31).contains(b):
            date = Day(day: b, month: a, dayFirst: false)
        default: break
        }
        if let date { candidates.append(Candidate(3, .date(date), cost: 13)) }
    }

    private func isJoined(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), let mark = line[index - 1], line.number(index - 2) != nil else {
            return false
        }
        return Self.joints.contains(mark.scalar)
    }

    private func isAmount(_ line: Line, _ index: Int) -> Bool {
        guard let next = line[index], next.gap == .none else { return false }
        return next.kind == .word || next.isMark("%")
    }

    /// A mark that joins figures, and the figures behind it.
    private func joint(_ line: Line, _ index: Int) -> (mark: Unicode.Scalar, digits: String)? {
        guard let mark = line[index], mark.kind == .mark, mark.gap == .none,
            Self.joints.contains(mark.scalar), let digits = line.touchingNumber(index + 1),
            digits.utf8.count <= 4
        else { return nil }
        return (mark.scalar, digits)
    }

    private static let joints: Set<Unicode.Scalar> = ["-", "/", ".", "·"]

    /// 2934a.d., 44 BC
    private func proposeEra(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard digits.utf8.count <= 4, let year = Int(digits),
            let (era, count) = line.phrase(index + 1, in: Self.eraSuffixes),
            line.endsWord(index + 1 + count)
        else { return }
        let words = era + ChineseNumbers.year(year) + "年"
        candidates.append(Candidate(1 + count, .abbreviation(words), cost: 12))
    }

    private static let eraSuffixes: PhraseTable<String> = [
        "ad": "公元", "a.d": "公元", "a.d.": "公元", "ce": "公元", "bc": "公元前", "b.c": "公元前",
        "b.c.": "公元前", "bce": "公元前", "b.c.e.": "公元前",
    ]
    private static let eras: Set<String> = [
        "公元", "公元前", "西元", "西元前", "纪元", "纪元前",
    ]
    private static let spans: Set<String> = [
        "前", "后", "来", "间", "内", "以", "之", "多", "里",
    ]
    private static let feasts: Set<String> = [
        "劳动节", "国庆", "购物", "晚会", "大促", "运动", "黄金周", "事件", "长假", "假期", "节",
    ]
    private static let seasons: Set<String> = ["赛季", "年", "学年", "财年"]
    private static let yearNouns: Set<String> = [
        "级", "届", "款", "版", "财年", "赛季", "年度", "奥运", "世界杯", "欧洲杯", "亚运", "春",
        "秋", "高考", "夏",
    ]
}
