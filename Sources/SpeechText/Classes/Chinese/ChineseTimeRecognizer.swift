/// Times of day in figures: 14:30, 1:02:36am, 9 p.m., 8：05.
struct ChineseTimeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) || line.isTimeLetter(index - 1),
            let digits = line.number(index), let hour = line.figure(index, in: 0...24)
        else { return }
        var clock = Clock(hour: hour)
        clock.isPadded = digits.first == "0" && digits.utf8.count == 2
        var at = index + 1
        if let minute = part(line, at), !ChineseRangeRecognizer.isScore(line, index) {
            clock.minute = minute
            at += 2
            if let second = part(line, at) {
                clock.second = second
                at += 2
            }
            // A third colon: no time.
            guard !line.touchingMark(at, ":") else { return }
            if line.endsWord(at) || line.phrase(at, in: Self.halves) != nil {
                candidates.append(Candidate(at - index, .time(clock), cost: 12))
            }
        }
        // Hours after noon need no half of the day; and 13 PM is no time that one can turn round.
        guard (1...12).contains(hour), let (half, count) = line.phrase(at, in: Self.halves),
            line.endsWord(at + count)
        else { return }
        // Twelve begins the half that it is written with.
        clock.half = hour < 12 ? half : half == "上午" ? "凌晨" : "中午"
        candidates.append(Candidate(at + count - index, .time(clock), cost: 11))
    }

    /// Two figures behind a colon.
    private func part(_ line: Line, _ index: Int) -> Int? {
        guard line.touchingMark(index, ":") || line.touchingMark(index, "："),
            let digits = line.touchingNumber(index + 1), digits.utf8.count == 2
        else { return nil }
        return line.figure(index + 1, in: 0...59)
    }

    private static let halves: PhraseTable<String> = [
        "am": "上午", "a.m": "上午", "a.m.": "上午", "pm": "下午", "p.m": "下午", "p.m.": "下午",
    ]
}
