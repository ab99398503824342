/// Digits in groups: telephone numbers, book numbers, addresses of machines, versions.
struct EnglishTelephoneRecognizer: Recognizer {
    /// A longer chain is no number that somebody calls.
    private static let longest = 24

    private static let named: Set<String> = ["isbn", "issn", "phone", "tel", "fax", "telephone"]

    /// What stands together, group by group.
    private struct Chain {
        var groups: [String] = []
        var end: Int
        var hasPlus = false
        var hasArea = false
        /// The last group is letters: 1-800-FLOWERS.
        var isWord = false
        var separators: Set<Unicode.Scalar> = []

        var digits: Int { groups.reduce(0) { $0 + $1.utf8.count } }
    }

    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        let isVersion = line[index - 1]?.text == "v" && line.number(index) != nil
        guard line.startsWord(index) || isVersion, !isWithinChain(line, index),
            let chain = chain(line, index), line.endsWord(chain.end)
        else { return }
        let groups = chain.groups
        let isNamed = line.word(index - 1).map(Self.named.contains) ?? false
        let isPhone =
            chain.isWord || isNamed && groups.count >= 2
            || chain.digits >= 7 && groups.count >= 3
            || chain.hasPlus && chain.digits >= 9 || chain.hasArea && chain.digits >= 9
        let lengths = groups.map(\.utf8.count)
        let isCalled = chain.hasPlus || lengths == [3, 3, 4] || lengths == [1, 3, 3, 4]
        let isShort = groups.count == 2 && chain.digits == 7
        if chain.separators == ["."], groups.count >= 3, !isCalled {
            // Versions are said as numbers, addresses of machines digit by digit.
            let isVersion = groups.count == 3 && groups.allSatisfy { $0.utf8.count <= 2 }
            let dotted = groups.joined(separator: ".")
            let content =
                isVersion
                ? Semiotic.symbol(groups.map(EnglishNumbers.cardinal).joined(separator: " point "))
                : .electronic(dotted)
            candidates.append(Candidate(chain.end - index, content, cost: 20))
        } else if isPhone || chain.separators == ["-"] && isShort {
            let text = (chain.hasPlus ? "plus " : "") + groups.joined(separator: ",")
            candidates.append(Candidate(chain.end - index, .digits(text), cost: 20))
            // x45, of an extension
            if line.word(chain.end) == "x", let extra = line.touchingNumber(chain.end + 1) {
                let content = Semiotic.digits(text + ",extension," + extra)
                candidates.append(Candidate(chain.end + 2 - index, content, cost: 20))
            }
        }
    }

    /// Whether a group and a joint touch the token: it was looked at with them.
    private func isWithinChain(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), let joint = line.touchingMark(index - 1) else { return false }
        return isJoint(joint) && line.number(index - 2) != nil
    }

    private func isJoint(_ mark: Unicode.Scalar) -> Bool {
        mark == "-" || mark == "." || mark == "‑" || mark == "–"
    }

    private func chain(_ line: Line, _ index: Int) -> Chain? {
        var chain = Chain(end: index)
        if line.isMark(index, "+"), line.touchingNumber(index + 1) != nil {
            chain.hasPlus = true
            chain.end += 1
        }
        while chain.end < index + Self.longest {
            let at = chain.end
            if !chain.hasArea, chain.groups.count <= 1, let area = area(line, at) {
                chain.groups.append(area)
                chain.hasArea = true
                chain.end += 3
                guard line.number(chain.end) != nil else { break }
                continue
            }
            guard let group = line.number(at) else { break }
            chain.groups.append(group)
            chain.end += 1
            let isCountry = chain.groups.count == 1 && (chain.hasPlus || group == "1")
            // +1 212 555 0142, 1 (212) 555-0142
            if isCountry, area(line, at + 1) != nil { continue }
            let isSpaced =
                chain.hasPlus || chain.groups[0].utf8.first == UInt8(ascii: "0")
                || isSpaced(line, index)
            if isSpaced, line[at + 1]?.gap == .space, line.number(at + 1) != nil { continue }
            guard let joint = line.touchingMark(at + 1), isJoint(joint), line.touches(at + 2)
            else { break }
            if takeWords(&chain, line, at + 2) || line.number(at + 2) == nil { break }
            chain.separators.insert(joint)
            chain.end += 1
        }
        return chain.groups.isEmpty ? nil : chain
    }

    /// 212 555 0142, and the numbers of bank cards.
    private func isSpaced(_ line: Line, _ index: Int) -> Bool {
        func length(_ offset: Int) -> Int? { line.number(index + offset)?.utf8.count }
        return switch length(0) {
        case 3: length(1) == 3 && length(2) == 4
        case 4:
            length(1) == 4 && length(2) == 4 && length(3) == 4 || length(1) == 6 && length(2) == 5
        default: false
        }
    }

    /// Three digits in brackets before at least three more.
    private func area(_ line: Line, _ index: Int) -> String? {
        guard line.isMark(index, "("), let area = line.touchingNumber(index + 1),
            area.utf8.count == 3, line.isMark(index + 2, ")"),
            let next = line.number(index + 3), next.utf8.count >= 3
        else { return nil }
        return area
    }

    /// The letters of 1-800-GO-U-HAUL.
    private func takeWords(_ chain: inout Chain, _ line: Line, _ index: Int) -> Bool {
        guard chain.groups.count == 2, chain.groups[0] == "1", chain.groups[1].utf8.count == 3
        else { return false }
        var at = index
        var words: [String] = []
        while at < index + 8, let token = line[at], token.isAllUppercase, line.touches(at) {
            words.append(token.text)
            at += 1
            guard line.touchingMark(at, "-"), line[at + 1]?.isAllUppercase ?? false else { break }
            at += 1
        }
        guard !words.isEmpty else { return false }
        chain.groups.append(words.joined(separator: " "))
        chain.isWord = true
        chain.end = at
        return true
    }
}
