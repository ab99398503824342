extension French {
    /// French puts a space within its quotation marks.
    func closesSentence(_ token: Token) -> Bool { token.isMark("»") || token.isMark("›") }

    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none else { return ending.isGlued(to: next) }
        if isListItem(tokens, ending) { return false }
        guard let last = ending.before else { return !next.startsLowercase && !next.isTerminator }
        if next.isTerminator { return false }
        if next.startsLowercase {
            // Somebody who writes no capitals: only after what can be no abbreviation.
            return ending.isSingleDot && !ending.isClosed && last.startsLowercase
                && last.text.utf8.count > 4 && FrenchWords.abbreviation(last.text) == nil
                && FrenchAbbreviations.anywhere[last.text + "."] == nil && next.text != "et"
        }
        if next.isClauseMark || next.isMark("-") && ending.isSingleDot { return false }
        guard ending.isSingleDot, !ending.isClosed else { return true }
        return !isDotOfWord(last, at: ending.index, in: tokens, before: next)
    }

    /// `2.` and `a)` at the beginning.
    private func isListItem(_ tokens: [Token], _ ending: Ending) -> Bool {
        guard let last = ending.before, ending.index == (tokens[0].isBullet ? 1 : 0) else {
            return false
        }
        return last.kind == .number
            ? last.text.utf8.count <= 3 : last.text.unicodeScalars.count == 1
    }

    /// Whether the dot belongs to the word before it and does not end the sentence as well.
    private func isDotOfWord(
        _ last: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        guard tokens[index + 1].gap == .none, last.kind == .word else { return false }
        let starts = FrenchWords.sentenceStarters.contains(next.text)
        if last.text == "M" || last.text == "MM" { return true }
        // Initials; but "le plan B. Il", "av. J.-C. Les".
        if last.text.unicodeScalars.count == 1, last.startsUppercase { return !starts }
        switch FrenchWords.abbreviation(last.text) {
        case .title: return next.kind == .word
        case .beforeNumber:
            return next.kind == .number || RomanNumeral.value(next.text) != nil
        case .anywhere: return !starts && next.kind != .mark
        case .mayEnd, nil: return false
        }
    }
}
