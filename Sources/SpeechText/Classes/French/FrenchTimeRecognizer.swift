/// 14h30, 14 h 30, and times that were run: 3'45'', 45', 10''8.
struct FrenchTimeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let digits = line.number(index), digits.utf8.count <= 2
        else { return }
        proposeClock(digits, line, index, &candidates)
        proposeRun(digits, line, index, &candidates)
    }

    private func proposeClock(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let hour = Int(digits), line.word(index + 1) == "h",
            let minutes = line.number(index + 2), minutes.utf8.count == 2,
            let minute = Int(minutes), minute < 60
        else { return }
        // 2 h 30 min is how long it takes.
        if let unit = line.word(index + 3), Self.minuteWords.contains(unit) {
            guard line.endsWord(index + 4) else { return }
            let hours = Semiotic.measure(Numeral(digits: digits), scale: nil, unit: Self.hour)
            let rest = Semiotic.measure(Numeral(digits: minutes), scale: nil, unit: Self.minute)
            candidates.append(Candidate(4, .range(hours, rest, word: ""), cost: 12))
            return
        }
        guard line.endsWord(index + 3) else { return }
        let clock = Clock(hour: hour, minute: minute)
        let count = isMinuteMark(line, index + 3) ? 4 : 3
        candidates.append(Candidate(count, .time(clock), cost: 12))
    }

    private func proposeRun(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let mark = line[index + 1], mark.gap == .none,
            Self.minuteMarks.contains(mark.text)
        else { return }
        if line.touchingMark(index + 2, mark.scalar) {
            let seconds = Numeral(digits: digits)
            let content = Semiotic.measure(seconds, scale: nil, unit: Self.second)
            candidates.append(Candidate(3, content, cost: 15))
            return
        }
        let minutes = Semiotic.measure(Numeral(digits: digits), scale: nil, unit: Self.minute)
        guard let seconds = line.touchingNumber(index + 2), seconds.utf8.count == 2 else {
            if isMinuteMark(line, index + 1), !isQuoted(line, index) {
                candidates.append(Candidate(2, minutes, cost: 15))
            }
            return
        }
        var end = index + 3
        if let next = line[end], next.gap == .none {
            if Self.secondMarks.contains(next.text) {
                end += 1
            } else if Self.minuteMarks.contains(next.text), line.touchingMark(end + 1, next.scalar)
            {
                end += 2
            }
        }
        let content = Semiotic.range(
            minutes, .measure(Numeral(digits: seconds), scale: nil, unit: Self.second), word: "")
        candidates.append(Candidate(end - index, content, cost: 14))
    }

    /// A mark that nothing goes on behind.
    private func isMinuteMark(_ line: Line, _ index: Int) -> Bool {
        guard let mark = line[index], mark.gap == .none, line.endsWord(index + 1) else {
            return false
        }
        return Self.minuteMarks.contains(mark.text)
    }

    private func isQuoted(_ line: Line, _ index: Int) -> Bool {
        line[index - 1].map { Self.minuteMarks.contains($0.text) || $0.isMark("‘") } ?? false
    }

    private static let hour = Unit("heure", nil, .feminine)
    private static let minute = Unit("minute", nil, .feminine)
    private static let second = Unit("seconde", nil, .feminine)
    private static let minuteWords: Set<String> = ["min", "mn", "m", "minutes"]
    private static let minuteMarks: Set<String> = ["'", "’", "′"]
    private static let secondMarks: Set<String> = ["\"", "″", "”"]
}
