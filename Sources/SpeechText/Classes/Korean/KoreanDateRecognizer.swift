/// 2024. 3. 5., 24.03.05, and days of the week in brackets: 3월 5일(화).
struct KoreanDateRecognizer: Recognizer {
    private static let weekdays: Set<String> = ["월", "화", "수", "목", "금", "토", "일"]

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.number(index) != nil, line.startsWord(index) {
            proposeFigures(line, index, &candidates)
        } else if line.isMark(index, "(") || line.isMark(index, "（") {
            proposeWeekdays(line, index, &candidates)
        } else if line[index]?.isHangul ?? false {
            proposeWeek(line, index, &candidates)
        }
    }

    /// 월~금
    private func proposeWeek(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsFresh(index), let first = line.word(index),
            Self.weekdays.contains(first), let mark = line[index + 1], mark.gap == .none,
            KoreanRangeRecognizer.tildes.contains(mark.text) || line.isDash(index + 1),
            let last = line.touchingWord(index + 2), Self.weekdays.contains(last)
        else { return }
        let words = "\(first)요일부터 \(last)요일"
        candidates.append(Candidate(3, .abbreviation(words), cost: 12))
    }

    private func proposeFigures(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = line.number(index), let mark = line[index + 1], mark.gap == .none,
            ["-", "/", "."].contains(mark.text), let second = line.number(index + 2),
            line.touchingMark(index + 3, mark.scalar), let third = line.number(index + 4),
            line.endsWord(index + 5), second.utf8.count <= 2, third.utf8.count <= 2,
            let year = Int(first), let month = Int(second), let day = Int(third),
            (1...12).contains(month), (1...31).contains(day)
        else { return }
        let isSpaced = !line.touches(index + 2) && !line.touches(index + 4)
        let isTight = line.touches(index + 2) && line.touches(index + 4)
        var date = Day(day: day, month: month, year: year, dayFirst: false)
        switch first.utf8.count {
        case 4 where isSpaced && mark.text == ".": break
        // Both figures are there, else it is a version.
        case 2 where isTight && second.utf8.count == 2 && third.utf8.count == 2 && year > 12:
            date.year = year < 70 ? 2000 + year : 1900 + year
        default: return
        }
        // The last dot belongs to the date, unless the sentence ends with it.
        let isDotted = line.touchingMark(index + 5, ".") && !line.isLast(index + 5)
        candidates.append(Candidate(isDotted ? 6 : 5, .date(date), cost: 12))
    }

    /// (화), (월~금), (토·일) behind a day.
    private func proposeWeekdays(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let isBehindDay =
            line.word(index - 1)?.hasPrefix("일") ?? false || line.number(index - 1) != nil
            || line.isMark(index - 1, ".") && line.number(index - 2) != nil
        guard isBehindDay, let first = line.touchingWord(index + 1), Self.weekdays.contains(first)
        else { return }
        if isClosed(line, index + 2) {
            candidates.append(Candidate(3, .abbreviation(" \(first)요일"), cost: 9))
        } else if let mark = line[index + 2], mark.kind == .mark,
            let last = line.word(index + 3), Self.weekdays.contains(last), isClosed(line, index + 4)
        {
            let joint = ["·", "・", "ㆍ", ","].contains(mark.text) ? " " : "부터 "
            let words = " \(first)요일\(joint)\(last)요일"
            candidates.append(Candidate(5, .abbreviation(words), cost: 9))
        }
    }

    private func isClosed(_ line: Line, _ index: Int) -> Bool {
        line.isMark(index, ")") || line.isMark(index, "）")
    }
}
