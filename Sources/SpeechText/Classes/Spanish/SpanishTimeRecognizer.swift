/// Times with a half of the day, a zone, a point or the letters of their units: 1.00 p. m.,
/// 20:00 GMT-3, 2 h 30 min.
struct SpanishTimeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let digits = line.number(index), digits.utf8.count <= 2,
            let hour = Int(digits), hour <= 24
        else { return }
        let isInner = line.touches(index) && line.isMark(index - 1, ".")
        guard !isInner else { return }
        var clock = Clock(hour: hour)
        var end = index + 1
        var isTime = false
        if let at = takeUnits(line, end, &clock) {
            (end, isTime) = (at, true)
            if line.word(end - 1) != nil, !isHour(line, index, end) {
                // "dura 2 h 30 min" is no time of day.
                let words = SpanishTimes.duration(clock)
                candidates.append(Candidate(end - index, .symbol(words), cost: 11))
            }
        } else if let at = takeFigures(line, end, &clock) {
            end = at
            isTime = line.isMark(index + 1, ":") || isHour(line, index, end)
        }
        let hasClock = end > index + 1
        if hasClock, let length = hourWord(line, end) {
            // 1.00 h
            (end, isTime) = (end + length, true)
        }
        if isTime, line.endsWord(end) {
            candidates.append(Candidate(end - index, .time(clock), cost: 12))
        }
        if hour <= 12, hour > 0, let (half, length) = half(line, end) {
            clock.half = half
            (end, isTime) = (end + length, true)
            candidates.append(Candidate(end - index, .time(clock), cost: 12))
        } else if !hasClock, let length = hourWord(line, end) {
            // 10 h UTC
            (end, isTime) = (end + length, true)
        }
        guard isTime, let (zone, zoneEnd) = SpanishTimeZones.zone(line, end) else { return }
        clock.zone = zone
        candidates.append(Candidate(zoneEnd - index, .time(clock), cost: 12))
    }

    /// :30, .30 and :30:15 behind the hour.
    private func takeFigures(_ line: Line, _ index: Int, _ clock: inout Clock) -> Int? {
        guard let mark = line[index], mark.isMark(":") || mark.isMark("."),
            let minute = sixtieth(line, index, mark.scalar)
        else { return nil }
        clock.minute = minute
        guard let second = sixtieth(line, index + 2, mark.scalar) else {
            // 1.00.5 is something else.
            let goesOn =
                line.touchingMark(index + 2, mark.scalar)
                && line.touchingNumber(index + 3) != nil
            return goesOn ? nil : index + 2
        }
        clock.second = second
        return index + 4
    }

    private func sixtieth(_ line: Line, _ index: Int, _ mark: Unicode.Scalar) -> Int? {
        line.touchingMark(index, mark) ? line.sixtieth(index + 1) : nil
    }

    /// h 30 min, h 10 min 40 seg, h02m00s behind the hour.
    private func takeUnits(_ line: Line, _ index: Int, _ clock: inout Clock) -> Int? {
        guard let length = hourWord(line, index), let minute = small(line, index + length),
            let word = line.word(index + length + 1), Self.minuteWords.contains(word)
        else {
            // 14h30
            guard line.touchingWord(index) == "h", let digits = line.touchingNumber(index + 1),
                digits.utf8.count == 2, let minute = small(line, index + 1),
                line.endsWord(index + 2)
            else { return nil }
            clock.minute = minute
            return index + 2
        }
        clock.minute = minute
        let end = index + length + 2
        guard let second = small(line, end), let word = line.word(end + 1),
            Self.secondWords.contains(word), line.endsWord(end + 2)
        else { return line.endsWord(end) ? end : nil }
        clock.second = second
        return end + 2
    }

    private func small(_ line: Line, _ index: Int) -> Int? {
        guard let digits = line.number(index), digits.utf8.count <= 2, let value = Int(digits),
            value < 60
        else { return nil }
        return value
    }

    /// `a las 14.05`, or nothing else on the line.
    private func isHour(_ line: Line, _ index: Int, _ end: Int) -> Bool {
        if line.isLast(end), index == 0 { return true }
        guard let article = line.word(index - 1), Self.articles.contains(article),
            let joint = line.word(index - 2)
        else { return false }
        return Self.joints.contains(joint)
    }

    private func hourWord(_ line: Line, _ index: Int) -> Int? {
        guard let word = line.word(index), word == "h" || word == "hs" || word == "hrs",
            !line.touchingMark(index + 1, "/")
        else { return nil }
        return line.touchingMark(index + 1, ".") && !line.isLast(index + 1) ? 2 : 1
    }

    private func half(_ line: Line, _ index: Int) -> (half: String, count: Int)? {
        guard let (half, count) = line.phrase(index, in: Self.halves),
            line.endsWord(index + count)
        else { return nil }
        let dot = index + count - 1
        return (half, line.isMark(dot, ".") && line.isLast(dot) ? count - 1 : count)
    }

    private static let minuteWords: Set<String> = ["m", "min", "mins", "minutos"]
    private static let secondWords: Set<String> = ["s", "seg", "segs", "segundos"]
    private static let articles: Set<String> = ["las", "la"]
    private static let joints: Set<String> = ["a", "de", "desde", "hasta", "sobre", "y"]
    private static let halves: PhraseTable<String> = [
        "a.m.": "AM", "am": "AM", "a.m": "AM", "p.m.": "PM", "pm": "PM", "p.m": "PM",
    ]
}
