extension German {
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none else { return ending.isGlued(to: next) }
        if next.startsLowercase || next.isTerminator || next.isClauseMark { return false }
        guard let last = ending.before else { return true }
        if ending.isEllipsis, tokens.last!.isMark("]") { return false }
        guard ending.isSingleDot, !ending.isClosed else { return true }
        if next.isMark("-") || next.isMark("/") { return false }
        let mark = tokens[ending.index + 1]
        guard mark.gap == .none else { return true }
        switch last.kind {
        case .number: return !isOrdinal(last, at: ending.index, in: tokens, before: next)
        case .word: return !isAbbreviation(last, at: ending.index, in: tokens, before: next)
        case .mark, .tag, .given: return true
        }
    }

    /// `am 3. Mai`, `der 1000. Besucher`, and `1. Waschen` at the beginning.
    private func isOrdinal(
        _ number: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        if index == (tokens[0].isBullet ? 1 : 0) { return number.text.utf8.count <= 4 }
        if next.kind == .number { return number.text.utf8.count <= 2 }
        guard next.startsUppercase else { return next.kind == .mark && !next.isOpener }
        if GermanWords.months[next.text.lowercased()] != nil { return true }
        // The decimals of a number and the end of a date order nothing.
        let before = tokens[index - 1]
        if number.gap == .none, !before.isMark("."), !before.isOpener, !before.isMark("/"),
            !before.isMark("-"), !before.isMark("–")
        {
            return false
        }
        if GermanWords.sentenceStarters.contains(next.text) { return false }
        if number.text.utf8.count <= 2 { return true }
        return GermanWords.determiners.contains(before.text.lowercased())
    }

    /// Whether the dot belongs to the word before it and does not end the sentence as well.
    private func isAbbreviation(
        _ last: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        let starts = GermanWords.sentenceStarters.contains(next.text)
        if last.text.unicodeScalars.count == 1 {
            // `J. S. Bach`, `z. B. Wasser`, `S. 23`; but `Plan B. Er`, `5 m. Der`.
            let isInner = index > 1 && tokens[index - 1].isMark(".")
            let isUnit = index > 0 && tokens[index - 1].kind == .number
            if isUnit, GermanUnits.all[last.text] != nil {
                return !(next.startsUppercase || next.isOpener)
            }
            return isInner || !starts
        }
        if RomanNumeral.value(last.text) != nil {
            // `Ludwig XIV. Paris` is rare, `im II. Weltkrieg` is not.
            return !starts
        }
        switch GermanWords.abbreviation(last.text) {
        case .inner: return true
        case .beforeNumber:
            return next.kind == .number || RomanNumeral.value(next.text) != nil
                || last.startsLowercase && !starts
        case .anywhere: return !starts
        // `Hauptstr. 5`
        case nil: return last.text.hasSuffix("str") && !starts
        }
    }
}
