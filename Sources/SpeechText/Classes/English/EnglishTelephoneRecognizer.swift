/// Digits in groups: telephone numbers, book numbers, addresses of machines, versions.
struct EnglishTelephoneRecognizer: Recognizer {
    /// A longer chain is no number that somebody calls.
    private static let longest = 24

    private static let named: Set<String> = ["isbn", "issn", "phone", "tel", "fax", "telephone"]

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        var at = index
        var text = ""
        var digits = 0
        var groups = 0
        if line.isMark(at, "+"), line.touchingNumber(at + 1) != nil {
            text = "plus "
            at += 1
        }
        let opens = line.isMark(at, "(")
        if opens {
            guard let area = line.touchingNumber(at + 1), area.utf8.count == 3,
                line.isMark(at + 2, ")"),
                let next = line.number(at + 3), next.utf8.count >= 3
            else { return }
            text += area + ","
            digits = 3
            groups = 1
            at += 3
        }
        var separators: Set<String> = []
        while at < index + Self.longest, let group = line.number(at) {
            text += (groups > 0 && !opens || groups > 1 ? "," : "") + group
            digits += group.utf8.count
            groups += 1
            at += 1
            guard let joint = line[at], joint.kind == .mark, joint.gap == .none,
                ["-", ".", "‑", "–"].contains(joint.text), line.touchingNumber(at + 1) != nil
            else { break }
            separators.insert(joint.text)
            at += 1
        }
        guard groups > 0, line.endsWord(at) else { return }
        let isNamed = line.word(index - 1).map(Self.named.contains) ?? false
        let isPhone =
            isNamed && groups >= 2 || digits >= 7 && groups >= 3
            || text.hasPrefix("plus") && digits >= 9 || opens && digits >= 9
        if separators == ["."], groups >= 3 {
            let dotted = text.split(separator: ",").joined(separator: ".")
            candidates.append(Candidate(at - index, .electronic(dotted), cost: 20))
        } else if isPhone || (separators == ["-"] && groups == 2 && digits == 7) {
            candidates.append(Candidate(at - index, .digits(text), cost: 20))
        }
    }
}
