extension Hindi {
    /// A danda always ends a sentence; a dot does, unless it belongs to the word before it.
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        // What follows a quotation goes on with it: "क्यों?" उसने पूछा।
        if tokens.last!.isQuote, isSaid(next) { return false }
        if ending.isWide { return true }
        guard next.gap != .none, !next.isTerminator, !next.startsLowercase else { return false }
        if next.isClauseMark { return false }
        guard ending.isSingleDot, !ending.isClosed, let last = ending.before else { return true }
        // `2.` at the beginning is an item of a list.
        if last.kind == .number { return !(ending.index == 0 && last.text.utf8.count <= 3) }
        guard last.kind == .word else { return true }
        if HindiAbbreviations.dotted.contains(last.text) { return false }
        if HindiAbbreviations.dottedUnits.contains(last.text), ending.index > 0,
            tokens[ending.index - 1].kind != .word
        {
            return false
        }
        return !HindiInitials.isInitial(tokens, at: ending.index)
    }

    /// Whether a word tells who spoke.
    private func isSaid(_ next: Token) -> Bool {
        guard next.kind == .word else { return false }
        return ["उसने", "उन्होंने", "मैंने", "कहकर", "कहा", "पूछा"].contains(next.text)
    }
}

extension Token {
    fileprivate var isQuote: Bool { ["\"", "”", "'", "’", "»"].contains { isMark($0) } }
}
