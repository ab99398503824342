extension Spanish {
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none, !next.startsLowercase, !next.isTerminator, !next.isClauseMark,
            !next.isMark("-")
        else { return false }
        guard let last = ending.before, ending.isSingleDot, !ending.isClosed else { return true }
        if isListItem(tokens, ending) { return false }
        guard tokens[ending.index + 1].gap == .none else { return true }
        return !isDotOfWord(last, at: ending.index, in: tokens, before: next)
    }

    /// `2.` and `a.` at the beginning.
    private func isListItem(_ tokens: [Token], _ ending: Ending) -> Bool {
        guard let last = ending.before, ending.index == (tokens[0].isBullet ? 1 : 0) else {
            return false
        }
        return last.kind == .number ? last.text.utf8.count <= 3 : last.text.utf8.count == 1
    }

    /// Whether the dot belongs to the word before it and does not end the sentence as well.
    private func isDotOfWord(
        _ last: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        // N.º 5, N°. 5
        if last.isMark("°") || last.text == "º" { return next.kind == .number }
        guard last.kind == .word else { return false }
        let starts =
            next.isMark("¿") || next.isMark("¡")
            || SpanishWords.sentenceStarters.contains(next.text)
        let word = last.text.lowercased()
        if last.text.unicodeScalars.count == 1 {
            // `mide 5 m. Un` and `20 °C. Hoy` end with a unit.
            let unit = index > 0 ? tokens[index - 1] : last
            let isUnit = unit.isMark("°") || unit.kind == .number && last.startsLowercase
            if isUnit, next.text.unicodeScalars.count > 1 { return false }
            // J. Pérez, a. C.; but the last of several may end the sentence: p. m. El
            let isInner = index > 1 && tokens[index - 1].isMark(".")
            if isInner { return !starts }
            return last.startsUppercase || next.kind == .number ? !starts : next.startsUppercase
        }
        // EE. UU.
        if SpanishWords.doubled.contains(last.text), next.isAllUppercase { return true }
        let isNumber = next.kind == .number || RomanNumeral.value(next.text) != nil
        if isNumber, SpanishWords.beforeNumbers.contains(word) { return true }
        if SpanishWords.beforeNames.contains(word) { return next.kind == .word && !starts }
        return SpanishWords.others.contains(word) && !starts
    }
}
