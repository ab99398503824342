/// The tokens of a sentence, as recognisers look at them: any index may be asked for.
struct Line {
    let tokens: [Token]
    /// The words in lower case; other tokens as they are.
    let lower: [String]
    private let amounts = AmountMemo()

    init(_ tokens: [Token]) {
        self.tokens = tokens
        lower = tokens.map { $0.kind == .word ? $0.text.lowercased() : $0.text }
    }

    subscript(index: Int) -> Token? { has(index) ? tokens[index] : nil }

    // These are asked many times for each token, and take no copy of one.

    private func has(_ index: Int) -> Bool { index >= 0 && index < tokens.count }

    private func isKind(_ kind: Token.Kind, _ index: Int) -> Bool {
        has(index) && tokens[index].kind == kind
    }

    func number(_ index: Int) -> String? {
        isKind(.number, index) ? tokens[index].text : nil
    }

    /// A word in lower case.
    func word(_ index: Int) -> String? { isKind(.word, index) ? lower[index] : nil }

    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        isKind(.mark, index) && tokens[index].scalar == mark
    }

    /// Whether no white space stands before the token.
    func touches(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index].gap == .none
    }

    func touchingMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        touches(index) && isMark(index, mark)
    }

    /// The mark that touches what stands before it.
    func touchingMark(_ index: Int) -> Unicode.Scalar? {
        touches(index) && isKind(.mark, index) ? tokens[index].scalar : nil
    }

    func touchingNumber(_ index: Int) -> String? { touches(index) ? number(index) : nil }

    func touchingWord(_ index: Int) -> String? { touches(index) ? word(index) : nil }

    /// Whether an amount may begin at this token.
    func mayBeginAmount(_ index: Int) -> Bool {
        guard has(index), tokens[index].mayBeginAmount else { return false }
        return isKind(.number, index) || touches(index + 1)
    }

    /// The amount that begins at this token. A language has one way to find them, so that it is
    /// looked for once.
    func remembered(_ index: Int, _ find: () -> AmountMemo.Amount?) -> AmountMemo.Amount? {
        amounts.amount(index, of: tokens.count, find)
    }

    /// Whether what stands before the token is white space, a bracket, a quote, an ideograph, a mark
    /// as wide as one, or nothing.
    func startsFresh(_ index: Int) -> Bool {
        guard touches(index) else { return true }
        return tokens[index - 1].lendsFreshStart
    }

    /// Whether what stands before the token is white space, a mark or nothing: no word, no number.
    func startsWord(_ index: Int) -> Bool {
        guard touches(index) else { return true }
        return !tokens[index - 1].isWordly || isScriptEdge(index)
    }

    /// Whether the token before this index ends its word.
    func endsWord(_ index: Int) -> Bool {
        guard touches(index) else { return true }
        return !tokens[index].isWordly || isScriptEdge(index)
    }

    /// Whether writing changes at this token in which words touch: an ideograph is a word of its
    /// own, and Hangul does not go on with the figures and letters of others.
    func isScriptEdge(_ index: Int) -> Bool {
        guard has(index - 1), has(index) else { return false }
        return tokens[index - 1].isIdeograph || tokens[index].isIdeograph
            || tokens[index - 1].isHangul != tokens[index].isHangul
    }

    /// Whether the dot of a shortened word ends the sentence as well, and so stays. A shortened
    /// word that is all there is makes no sentence.
    func endsSentence(dot index: Int, from start: Int) -> Bool {
        isLast(index) && (start > 0 || index + 1 < tokens.count)
    }

    func isLoosePunctuation(_ index: Int) -> Bool {
        tokens[index].isPunctuation && (!touches(index + 1) || tokens[index + 1].isPunctuation)
    }

    /// Whether nothing but closing marks follows.
    func isLast(_ index: Int) -> Bool {
        var at = index
        while has(at) {
            guard tokens[at].isCloser || tokens[at].isTerminator, at < index + 4 else {
                return false
            }
            at += 1
        }
        return true
    }
}
