/// Digits in groups that somebody may call: +49 30 1234567, (555) 123-4567, 010-1234-5678.
struct TelephoneRecognizer: Recognizer {
    /// A longer chain is no number that somebody calls.
    private static let longest = 24

    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        var at = index
        let isForeign = line.isMark(at, "+") && line.touchingNumber(at + 1) != nil
        if isForeign { at += 1 }
        var groups: [String] = []
        var hasDash = false
        while at < index + Self.longest {
            if line.isMark(at, "("), let group = line.touchingNumber(at + 1),
                line.touchingMark(at + 2, ")"), group.utf8.count <= 5
            {
                groups.append(group)
                at += 3
                // +49 (0)30 1234
                if line.touchingNumber(at) != nil { continue }
            } else if let group = line.number(at) {
                groups.append(group)
                at += 1
            } else {
                break
            }
            let joint = at
            if let mark = line.touchingMark(joint), mark == "-" || mark == "–" || mark == "/",
                line.touchingNumber(joint + 1) != nil
            {
                hasDash = true
                at += 1
            } else if line[joint]?.gap != .space || line.number(joint) == nil {
                guard line.isMark(joint, "("), groups.count == 1, isForeign else { break }
            }
        }
        let digits = groups.reduce(0) { $0 + $1.utf8.count }
        let isPhone =
            isForeign && digits >= 6
            || digits >= 7 && groups.count >= 2 && groups[0].first == "0"
            || digits >= 9 && groups.count >= 3 && hasDash
        guard isPhone, digits <= 16, line.endsWord(at) else { return }
        let text = (isForeign ? "plus " : "") + groups.joined(separator: ",")
        candidates.append(Candidate(at - index, .digits(text), cost: 20))
    }
}
