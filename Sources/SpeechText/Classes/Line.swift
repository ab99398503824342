/// The tokens of a sentence, as recognisers look at them: any index may be asked for.
struct Line {
    let tokens: [Token]
    /// The words in lower case; other tokens as they are.
    let lower: [String]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        lower = tokens.map { $0.kind == .word ? $0.text.lowercased() : $0.text }
    }

    subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    func number(_ index: Int) -> String? {
        guard let token = self[index], token.kind == .number else { return nil }
        return token.text
    }

    /// A word in lower case.
    func word(_ index: Int) -> String? {
        guard let token = self[index], token.kind == .word else { return nil }
        return lower[index]
    }

    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool { self[index]?.isMark(mark) ?? false }

    /// Whether no white space stands before the token.
    func touches(_ index: Int) -> Bool { self[index]?.gap == Token.Gap.none && index > 0 }

    func touchingMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        touches(index) && isMark(index, mark)
    }

    func touchingNumber(_ index: Int) -> String? { touches(index) ? number(index) : nil }

    func touchingWord(_ index: Int) -> String? { touches(index) ? word(index) : nil }

    /// Whether what stands before the token is white space, a bracket, a quote, an ideograph, a mark
    /// as wide as one, or nothing.
    func startsFresh(_ index: Int) -> Bool {
        guard touches(index), let before = self[index - 1] else { return true }
        return before.isOpener || before.isMark("—") || before.isMark("–") || before.kind == .tag
            || before.isIdeograph || before.isWideMark
    }

    /// Whether what stands before the token is white space, a mark or nothing: no word, no number.
    func startsWord(_ index: Int) -> Bool {
        guard touches(index), let before = self[index - 1] else { return true }
        return before.kind != .word && before.kind != .number || isScriptEdge(index)
    }

    /// Whether the token before this index ends its word.
    func endsWord(_ index: Int) -> Bool {
        guard touches(index), let token = self[index] else { return true }
        return token.kind != .word && token.kind != .number || isScriptEdge(index)
    }

    /// Whether writing changes at this token in which words touch: an ideograph is a word of its
    /// own, and Hangul does not go on with the figures and letters of others.
    func isScriptEdge(_ index: Int) -> Bool {
        guard let before = self[index - 1], let token = self[index] else { return false }
        return before.isIdeograph || token.isIdeograph || before.isHangul != token.isHangul
    }

    /// Whether the dot of a shortened word ends the sentence as well, and so stays. A shortened
    /// word that is all there is makes no sentence.
    func endsSentence(dot index: Int, from start: Int) -> Bool {
        isLast(index) && (start > 0 || index + 1 < tokens.count)
    }

    /// Whether nothing but closing marks follows.
    func isLast(_ index: Int) -> Bool {
        var at = index
        while let token = self[at] {
            guard token.isCloser || token.isTerminator, at < index + 4 else { return false }
            at += 1
        }
        return true
    }
}
