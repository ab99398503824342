/// Times of day: 10:30, 5 p.m., 5:07:30 pm EST.
struct EnglishTimeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count <= 2, let hour = Int(digits),
            hour <= 24, line.startsWord(index)
        else { return }
        var clock = Clock(hour: hour)
        var at = index + 1
        if line.touchingMark(at, ":"), let minute = line.sixtieth(at + 1) {
            clock.minute = minute
            at += 2
            if line.touchingMark(at, ":"), let second = line.sixtieth(at + 1) {
                clock.second = second
                at += 2
            } else if line.touchingMark(at, ":") {
                return
            }
        } else if line.touchingMark(at, "."), let minute = line.sixtieth(at + 1),
            half(line, at + 2, from: index) != nil
        {
            clock.minute = minute
            at += 2
        }
        if let (half, end) = half(line, at, from: index), hour > 0 {
            clock.half = half
            at = end
        }
        guard clock.minute != nil || clock.half != nil else { return }
        // 12:00 noon
        if digits == "12", clock.minute == 0, clock.half == nil, clock.second == nil,
            ["noon", "midnight"].contains(line.word(at) ?? ""), !line.touches(at)
        {
            candidates.append(Candidate(3, .cardinal(Numeral(digits: digits)), cost: 10))
        }
        // 14:30 hrs
        if let minute = clock.minute, ["hrs", "hours", "hr"].contains(line.word(at) ?? ""),
            clock.half == nil, clock.second == nil, line.endsWord(at + 1)
        {
            let words = EnglishNumbers.hours(hour, minute) + " hours"
            let isDotted =
                line.touchingMark(at + 1, ".") && line[at + 2]?.startsLowercase ?? false
            candidates.append(
                Candidate(at + (isDotted ? 2 : 1) - index, .symbol(words), cost: 12))
        }
        if let zone = line.word(at), Self.zones.contains(zone),
            line.tokens[at].isAllUppercase || line.touches(at)
                || clock.half != nil && zone.utf8.count > 2
        {
            clock.zone = zone.uppercased()
            at += 1
        }
        guard line.endsWord(at) else { return }
        candidates.append(Candidate(at - index, .time(clock), cost: 14))
    }

    /// am, PM, a.m., P.M.
    private func half(_ line: Line, _ index: Int, from start: Int) -> (half: String, end: Int)? {
        guard let word = line.word(index) else { return nil }
        if word == "am" || word == "pm" {
            return line.endsWord(index + 1) ? (word.uppercased(), index + 1) : nil
        }
        guard word == "a" || word == "p" else { return nil }
        // `5 a . m .`, as texts come that were cut into words.
        guard line.isMark(index + 1, "."), line.word(index + 2) == "m" else { return nil }
        let dotted =
            line.touchingMark(index + 3, ".")
            && !line.endsSentence(dot: index + 3, from: start)
        return (word.uppercased() + "M", index + (dotted ? 4 : 3))
    }

    static func isZone(_ token: Token) -> Bool {
        token.isAllUppercase && zones.contains(token.text.lowercased())
    }

    private static let zones: Set<String> = [
        "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "cet", "cest", "bst",
        "et", "pt",
    ]
}
