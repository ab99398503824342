/// Marks that are said as a word, or not at all, by what stands around them.
struct SpanishSymbolRecognizer: Recognizer {
    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark else { return }
        if token.scalar == "-", line.touchingMark(index + 1, "-") {
            let count = line.touchingMark(index + 2, "-") ? 3 : 2
            candidates.append(Candidate(count, .symbol(" - "), cost: 5))
        } else if token.scalar == "@", let end = handle(line, index) {
            let text = line.tokens[index..<end].map(\.text).joined()
            candidates.append(Candidate(end - index, .electronic(text), cost: 8))
        } else if let word = word(token.scalar, line, index) {
            candidates.append(Candidate(1, word.isEmpty ? .silent : .symbol(word), cost: 8))
        }
    }

    /// The end of a name behind @.
    private func handle(_ line: Line, _ index: Int) -> Int? {
        guard line.startsFresh(index), line.touchingWord(index + 1) != nil else { return nil }
        var end = index + 2
        while end < index + 12, line.touches(end), let token = line[end],
            token.kind == .word || token.kind == .number || token.isMark("_")
        {
            end += 1
        }
        return end
    }

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let before = line[index - 1]
        let after = line[index + 1]
        let precedesNumber = after?.kind == .number
        let joinsNumbers = before?.kind == .number && precedesNumber
        switch mark {
        case "#":
            if precedesNumber { return "número" }
            return line.touchingWord(index + 1) != nil && line.startsFresh(index) ? "hashtag" : nil
        case "'", "’":
            // '80
            let isYear = line.startsFresh(index) && line.touchingNumber(index + 1)?.utf8.count == 2
            return isYear && line.endsWord(index + 2) ? "" : nil
        case "—":
            // A speech begins, or a mark takes the place of the dash: —dijo—.
            let closes = line.touches(index + 1) && after?.kind == .mark
            return index == 0 || closes ? "" : nil
        case "*": return joinsNumbers ? "por" : nil
        case "/":
            guard joinsNumbers else { return nil }
            if Self.isSum(line, index) { return "dividido entre" }
            return line.touches(index) ? "sobre" : nil
        case "<": return precedesNumber ? "menor que" : nil
        case ">": return precedesNumber ? "mayor que" : nil
        case "~": return precedesNumber && line.startsFresh(index) ? "aproximadamente" : nil
        case "-", "–": return dash(line, index)
        default: return nil
        }
    }

    private func dash(_ line: Line, _ index: Int) -> String? {
        if Self.isMinus(line, index) { return "menos" }
        guard line.touches(index), line.touches(index + 1), let before = line[index - 1],
            let after = line[index + 1]
        else { return nil }
        let isMoney = Self.currencies.contains(after.text) && line.touchingNumber(index + 2) != nil
        switch (before.kind, after.kind) {
        // 9:00-17:00, 5-7 km; the dash of a chain has no sound.
        case (.number, .number): return isChain(line, index) ? "" : "a"
        case (.number, .mark) where isMoney, (.mark, .number) where before.isMark("%"): return "a"
        // COVID-19, 15-M.
        case (.word, .number), (.number, .word): return ""
        default: return nil
        }
    }

    private func isChain(_ line: Line, _ index: Int) -> Bool {
        line.touches(index - 1) && line.isDash(index - 2)
            || line.touches(index + 2) && line.isDash(index + 2)
    }

    /// A sign, or a dash of a sum: -1/3, -$5, 7 - 4 = 3.
    static func isMinus(_ line: Line, _ index: Int) -> Bool {
        guard line.isDash(index) else { return false }
        if line.startsFresh(index), line.touches(index + 1), line.isSign(index) {
            return line.number(index + 1) != nil || currencies.contains(line[index + 1]?.text ?? "")
        }
        guard line.number(index - 1) != nil, line.number(index + 1) != nil else { return false }
        return isSum(line, index)
    }

    private static func isSum(_ line: Line, _ index: Int) -> Bool {
        (index - 6...index + 6).contains { line.isMark($0, "=") }
    }

    private static let currencies: Set<String> = ["$", "€", "£", "¥"]
}
