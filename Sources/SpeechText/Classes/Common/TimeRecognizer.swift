/// 14:30, 14:30:15, 14h30, 14 Uhr, 2:30 p.m.
struct TimeRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let digits = line.number(index), digits.utf8.count <= 2,
            let hour = Int(digits), hour <= 24
        else { return }
        var clock = Clock(hour: hour)
        var at = index + 1
        var isTime = false
        if line.touchingMark(at, ":") || isClockWord(line, at) && line.touches(at),
            let minute = line.sixtieth(at + 1)
        {
            clock.minute = minute
            isTime = true
            at += 2
            if line.touchingMark(at, ":"), let second = line.sixtieth(at + 1) {
                clock.second = second
                at += 2
            }
        } else if line.touchingMark(at, "."), let minute = line.sixtieth(at + 1),
            isClockWord(line, at + 2)
        {
            // 14.30 Uhr
            clock.minute = minute
            at += 2
        }
        if isClockWord(line, at), line.endsWord(at + 1), clock.second == nil || !line.touches(at) {
            isTime = true
            at += 1
        }
        let half = line.phrase(at, in: wording.halfDays)
        guard isTime && line.endsWord(at) || half != nil else { return }
        if isTime { candidates.append(Candidate(at - index, .time(clock), cost: 13)) }
        if let (half, count) = half {
            clock.half = half
            candidates.append(Candidate(at + count - index, .time(clock), cost: 12))
        }
    }

    private func isClockWord(_ line: Line, _ index: Int) -> Bool {
        line.word(index).map(wording.clockWords.contains) ?? false
    }
}

extension Line {
    /// Minutes or seconds: two digits below sixty that touch what stands before them.
    func sixtieth(_ index: Int) -> Int? {
        guard let digits = touchingNumber(index), digits.utf8.count == 2,
            let value = Int(digits), value < 60
        else { return nil }
        return value
    }
}
