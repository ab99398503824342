/// Numbers that somebody calls, and those of cards, accounts and persons.
struct KoreanTelephoneRecognizer: Recognizer {
    private static let most = 6

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        var at = index
        let isForeign = line.isMark(at, "+") && line.touchingNumber(at + 1) != nil
        if isForeign { at += 1 }
        var groups: [String] = []
        var marks: Set<String> = []
        while groups.count < Self.most, let (group, end) = group(line, at, isFirst: groups.isEmpty)
        {
            groups.append(group)
            at = end
            if line.isMark(at - 1, ")") { marks.insert(")") }
            if let mark = line[at], mark.gap == .none, ["-", "–", "."].contains(mark.text),
                line.touches(at + 1), line.number(at + 1) != nil || line.isMark(at + 1, "(")
            {
                marks.insert(mark.text)
                at += 1
            } else if line[at]?.gap != .space && !line.isMark(at - 1, ")") {
                break
            } else if group.utf8.count != 4, !(isForeign && groups.count == 1),
                !line.isMark(at - 1, ")")
            {
                // Only groups of a card stand apart, and what follows a code.
                break
            }
        }
        let lengths = groups.map(\.utf8.count)
        guard line.endsWord(at), line[at - 1]?.kind == .number else { return }
        let text = groups.joined(separator: ",")
        if isForeign {
            guard lengths.reduce(0, +) >= 6, groups.count > 1 else { return }
            candidates.append(Candidate(at - index, .digits("plus " + text), cost: 12))
        } else if lengths == [4, 4, 4, 4], marks.isSubset(of: ["-"]) {
            let title = isNamed(line, index) ? "" : "신용카드 "
            candidates.append(Candidate(at - index, .digits(title + text), cost: 10))
        } else if lengths.count > 2, lengths.allSatisfy({ $0 == 1 }), marks == ["-"] {
            // 4-4-2, of a team.
            candidates.append(Candidate(at - index, .digits(groups.joined()), cost: 12))
        } else if !marks.isEmpty, isKnown(groups, lengths, marks),
            line.touchingWord(at).flatMap(KoreanCounters.counter) == nil
        {
            candidates.append(Candidate(at - index, .digits(text), cost: 12))
        }
    }

    /// Digits, the first of them in brackets or before one: (02) 123-4567, 02)123-4567.
    private func group(_ line: Line, _ index: Int, isFirst: Bool) -> (String, Int)? {
        if line.isMark(index, "("), let group = line.touchingNumber(index + 1),
            line.touchingMark(index + 2, ")"), group.utf8.count <= 4
        {
            return (group, index + 3)
        }
        guard let group = line.number(index) else { return nil }
        if isFirst, group.first == "0", line.touchingMark(index + 1, ")"),
            line.touchingNumber(index + 2) != nil
        {
            return (group, index + 2)
        }
        return (group, index + 1)
    }

    private func isKnown(_ groups: [String], _ lengths: [Int], _ marks: Set<String>) -> Bool {
        if groups.count == 3, (2...4).contains(lengths[0]), (3...4).contains(lengths[1]),
            lengths[2] == 4
        {
            return true
        }
        guard !marks.contains(".") else { return false }
        switch lengths {
        // Of firms: 1588-1234; but 1592-1598 are years.
        case [4, 4]:
            let years = Int(groups[1])! - Int(groups[0])!
            return Self.firms.contains(groups[0]) && !(0...150).contains(years)
        // Without a code; of a person.
        case [3, 4], [6, 7]: return true
        default: return groups.count >= 3 && lengths.reduce(0, +) >= 9
        }
    }

    private static let firms: Set<String> = [
        "1522", "1533", "1544", "1551", "1566", "1577", "1588", "1599", "1600", "1644", "1661",
        "1666", "1668", "1670", "1688", "1800", "1811", "1833", "1844", "1855", "1877", "1899",
    ]

    /// Whether the words before it say already what number it is.
    private func isNamed(_ line: Line, _ index: Int) -> Bool {
        (index - 4..<index).contains { at in
            guard let word = line.word(at) else { return false }
            return ["카드", "번호", "계좌"].contains { word.contains($0) }
        }
    }
}
