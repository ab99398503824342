extension Italian {
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none else { return isGlued(ending, next) }
        if isListItem(tokens, ending) { return false }
        guard let last = ending.before else { return !next.startsLowercase && !next.isTerminator }
        if next.isTerminator || next.startsLowercase || next.isClauseMark { return false }
        guard ending.isSingleDot, !ending.isClosed else { return true }
        return !isDotOfWord(last, at: ending.index, in: tokens, before: next)
    }

    /// Sentences with the space forgotten between them: `Era finita.Poi uscimmo.`
    private func isGlued(_ ending: Ending, _ next: Token) -> Bool {
        ending.isGlued(to: next)
            && ItalianSentenceWords.abbreviation(ending.before!.text) == nil
    }

    /// `2.` and `a)` and `1.)` at the beginning.
    private func isListItem(_ tokens: [Token], _ ending: Ending) -> Bool {
        guard let last = ending.before, ending.index == (tokens[0].isBullet ? 1 : 0) else {
            return false
        }
        return last.kind == .number
            ? last.text.utf8.count <= 3 : last.kind == .word && last.text.utf8.count == 1
    }

    /// Whether the dot belongs to the word before it and does not end the sentence as well.
    private func isDotOfWord(
        _ last: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        guard tokens[index + 1].gap == .none, last.kind == .word else { return false }
        let isInner = index > 0 && last.gap == .none && tokens[index - 1].isMark(".")
        let starts = ItalianSentenceWords.starters.contains(next.text)
        if last.text.unicodeScalars.count == 1 {
            // Initials: `J. Verdi`, `a.C. Il`, `p. 5`; N. before a number.
            if last.text == "N", next.kind == .number { return true }
            return !starts && (isInner || !last.startsUppercase || next.kind != .number)
        }
        // The end of `sig.ra`, `D.Lgs.`.
        if isInner, index > 1, tokens[index - 2].kind == .word {
            if next.kind == .number { return true }
            let whole = tokens[index - 2].text + "." + last.text
            if ItalianSentenceWords.compound.contains(whole.lowercased()) { return true }
        }
        switch ItalianSentenceWords.abbreviation(last.text) {
        case .title: return true
        case .beforeNumber:
            let isLetter = next.startsUppercase && next.text.utf8.count == 1
            return next.kind == .number || isLetter && !starts
                || RomanNumeral.value(next.text) != nil
        case .anywhere: return !starts
        case nil: return false
        }
    }
}
