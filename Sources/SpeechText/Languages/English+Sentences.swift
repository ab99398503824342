extension Token {
    /// `[...]` is an omission, no end.
    fileprivate func isEllipsisBracket(_ ending: Ending) -> Bool {
        ending.isEllipsis && ending.isClosed && !isMark("\"") && !isMark("”")
    }
}

extension English {
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none else { return isGlued(ending, next) }
        if isListItem(tokens, ending) || tokens.last!.isEllipsisBracket(ending) { return false }
        guard let last = ending.before else { return !next.startsLowercase && !next.isTerminator }
        // Spaced dots go on: `. . .`
        if next.isTerminator { return false }
        if next.startsLowercase {
            // Somebody who writes no capitals: only after what can be no abbreviation.
            return ending.isSingleDot && !ending.isClosed && last.startsLowercase
                && last.text.utf8.count > 3 && EnglishWords.abbreviation(last.text) == nil
                && EnglishAbbreviations.dotted[last.text] == nil
                && !EnglishUnits.dotted.contains(last.text)
                && next.text != "and"
        }
        if next.isClauseMark || next.isMark("-") && ending.isSingleDot { return false }
        guard ending.isSingleDot, !ending.isClosed else { return true }
        return !isDotOfWord(last, at: ending.index, in: tokens, before: next)
    }

    /// Sentences with the space forgotten between them: `It ended.Then we left.`
    private func isGlued(_ ending: Ending, _ next: Token) -> Bool {
        guard ending.isSingleDot, !ending.isClosed, let last = ending.before, next.startsUppercase,
            next.text.utf8.count > 1, !next.isAllUppercase
        else { return false }
        return last.startsLowercase && last.text.utf8.count > 2 && last.gap != .none
    }

    /// `2.` and `a)` and `1.)` at the beginning.
    private func isListItem(_ tokens: [Token], _ ending: Ending) -> Bool {
        guard let last = ending.before, ending.index == (tokens[0].isBullet ? 1 : 0) else {
            return false
        }
        return last.kind == .number
            ? last.text.utf8.count <= 3 : last.text.utf8.count == 1 && last.text != "I"
    }

    /// Whether the dot belongs to the word before it and does not end the sentence as well.
    private func isDotOfWord(
        _ last: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        guard tokens[index + 1].gap == .none else { return false }
        guard last.kind == .word else { return false }
        let starts = EnglishWords.sentenceStarters.contains(next.text)
        let inner = index > 0 && last.gap == .none && tokens[index - 1].isMark(".")
        if last.text.utf8.count == 1 {
            let halfDay = inner && (last.text == "m" || last.text == "M")
            if halfDay { return next.kind == .number }
            // Initials: `J. Smith`, `the U.S. Army`; but `the U.S. He`, `you and I. Did`.
            if last.text == "I", index > 0, !inner, tokens[index - 1].startsLowercase {
                return false
            }
            return !starts
        }
        switch EnglishWords.abbreviation(last.text) {
        case .title:
            // `Main St. He`: a street behind its name ends a sentence too.
            let name = index > 0 && tokens[index - 1].startsUppercase
            return !(starts && name && EnglishWords.streets[last.text] != nil)
        case .beforeNumber:
            return next.kind == .number || next.isMark("?")
                || (next.text != "I" && EnglishRomanRecognizer.value(next.text) != nil)
        case .anywhere: return !starts
        case .mayEnd: return !(next.kind == .word || next.isOpener)
        case nil: return false
        }
    }
}
