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
        if ending.isEllipsis, goesOn(after: ending, next) { return false }
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
        if next.isClauseMark || next.isMark("=") || next.isMark("-") && next.gap == .space {
            return false
        }
        guard ending.isSingleDot, !ending.isClosed else { return true }
        return !isDotOfWord(last, at: ending.index, in: tokens, before: next)
    }

    /// Omissions: `the thing is . . . I did it`, `"stairways [...]" (Smith 55)`.
    private func goesOn(after ending: Ending, _ next: Token) -> Bool {
        ending.isClosed ? next.isMark("(") : ending.dots == 3 && next.text == "I"
    }

    /// Sentences with the space forgotten between them: `It ended.Then we left.`
    private func isGlued(_ ending: Ending, _ next: Token) -> Bool {
        guard ending.isSingleDot, !ending.isClosed, let last = ending.before, next.startsUppercase,
            next.text.utf8.count > 1, !next.isAllUppercase
        else { return false }
        let starts = EnglishWords.sentenceStarters.contains(next.text)
        if starts || EnglishWords.abbreviation(next.text) == .title {
            return last.text.utf8.count > 1
        }
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

    /// `At 5 p.m. Mr. Lee`: a time before anything is said of it.
    private func isIntroduction(_ tokens: [Token]) -> Bool {
        let prepositions: Set<String> = ["At", "By", "From", "Around", "About", "Until", "On"]
        return tokens.count < 9 && prepositions.contains(tokens[0].text)
    }

    /// `1. Mix it 2. Bake it`, `a) the one b) the other`; and what was left out before a sentence:
    /// `It was so. . . . The end`.
    func lateStart(in tokens: [Token], before next: Token) -> Int? {
        guard tokens.count > 4, let last = tokens.last, next.startsUppercase || last.isMark(")")
        else { return nil }
        if last.isMark("]"), next.gap != .none, isNote(tokens) { return tokens.count }
        if next.gap == .space, isRaisedNote(tokens) { return tokens.count }
        if last.isMark("-"), last.gap != .none, next.gap != .none, asks(tokens[tokens.count - 2]) {
            return tokens.count - 1
        }
        if last.isMark("."), next.gap != .none {
            let dots = tokens.suffix(4)
            let start = tokens.count - 3
            if dots.allSatisfy({ $0.isMark(".") }), tokens[start - 1].gap == .none,
                dots.suffix(3).allSatisfy({ $0.gap != .none })
            {
                return start
            }
        }
        guard last.isMark(".") || last.isMark(")"), let first = marker(tokens[...]),
            let start = [2, 3, 4].map({ tokens.count - $0 }).last(where: { start in
                start > first.end && marker(tokens[start...]) == first.following
                    && tokens[start].gap != .none
            })
        else { return nil }
        let before = tokens[start - 1]
        return before.kind == .word && !Self.numbered.contains(before.text.lowercased())
            || before.isTerminator ? start : nil
    }

    /// `saint.[1][2]`
    private func isNote(_ tokens: [Token]) -> Bool {
        var at = tokens.count - 1
        while at > 3, at > tokens.count - 10, tokens[at].isMark("]"),
            tokens[at - 1].kind == .number,
            tokens[at - 2].isMark("["), tokens[at - 2].gap == .none
        {
            at -= 3
        }
        return at < tokens.count - 1 && tokens[at].isTerminator
    }

    /// `He saw a saint.12`: the number of a note that stood above the line.
    private func isRaisedNote(_ tokens: [Token]) -> Bool {
        let (number, dot, word) = (tokens.count - 1, tokens.count - 2, tokens.count - 3)
        guard tokens[number].kind == .number, tokens[number].gap == .none,
            tokens[number].text.utf8.count < 4, tokens[dot].isMark("."), tokens[dot].gap == .none
        else { return false }
        let before = tokens[word]
        return before.isMark(")")
            || before.startsLowercase && before.text.utf8.count > 3
                && EnglishWords.abbreviation(before.text) == nil
    }

    /// `What is it? - Somebody`: what follows is another's.
    private func asks(_ token: Token) -> Bool { token.isMark("?") || token.isMark("!") }

    /// The number or letter of an item with the marks around it.
    private struct Marker: Equatable {
        var value: Int
        var isLetter: Bool
        var marks: String
        var end: Int

        /// The marker of the next item; it ends the tokens it is looked for in.
        var following: Marker {
            var next = self
            next.value += 1
            return next
        }
    }

    private func marker(_ tokens: ArraySlice<Token>) -> Marker? {
        var marks = ""
        var at = tokens.startIndex
        if let token = tokens.first, token.isBullet || token.isMark("(") {
            marks = token.text
            at += 1
        }
        guard at < tokens.endIndex else { return nil }
        let token = tokens[at]
        let isLetter = token.kind == .word && token.startsLowercase && token.text.utf8.count == 1
        guard isLetter || token.kind == .number && token.text.utf8.count < 4 else { return nil }
        let value = isLetter ? Int(token.text.utf8.first!) : Int(token.text)!
        at += 1
        while at < tokens.endIndex, marks.utf8.count < 6,
            tokens[at].isMark(".") || tokens[at].isMark(")"),
            tokens[at].gap == .none
        {
            marks += tokens[at].text
            at += 1
        }
        guard marks.last == "." || marks.last == ")" else { return nil }
        return Marker(
            value: value, isLetter: isLetter, marks: marks, end: at - tokens.startIndex)
    }

    /// Words whose number is theirs, and no item's.
    private static let numbered: Set<String> = [
        "figure", "table", "step", "page", "chapter", "section", "part", "number", "level",
        "version", "and", "or", "to", "of", "in", "by", "the", "for", "than", "with", "at", "plus",
        "day", "grade", "class", "phase", "type",
    ]

    /// Whether the dot belongs to the word before it and does not end the sentence as well.
    private func isDotOfWord(
        _ last: Token, at index: Int, in tokens: [Token], before next: Token
    ) -> Bool {
        guard tokens[index + 1].gap == .none else { return false }
        // `N°. 5`
        if last.isMark("°") || last.isMark("º") { return next.kind == .number }
        guard last.kind == .word else { return false }
        let starts = EnglishWords.sentenceStarters.contains(next.text)
        let inner = index > 0 && last.gap == .none && tokens[index - 1].isMark(".")
        if last.text.utf8.count == 1 {
            let halfDay = inner && (last.text == "m" || last.text == "M")
            if halfDay {
                return next.kind == .number || EnglishTimeRecognizer.isZone(next)
                    || isIntroduction(tokens)
            }
            // Initials: `J. Smith`, `the U.S. Army`; but `the U.S. He`, `you and I. Did`.
            if last.text == "I", index > 0, !inner, tokens[index - 1].startsLowercase {
                return false
            }
            return !starts
        }
        // `Sat. 9 to 5`
        if last.text == "Sat" || last.text == "Sun" { return next.kind == .number }
        switch EnglishWords.abbreviation(last.text) {
        case .title:
            // `Main St. He`: a street behind its name ends a sentence too.
            let name = index > 0 && tokens[index - 1].startsUppercase
            return !(starts && name && EnglishWords.streets[last.text] != nil)
        case .beforeNumber:
            return next.kind == .number || next.isMark("?") || next.isMark("(")
                || (next.text != "I" && RomanNumeral.value(next.text) != nil)
        case .anywhere: return !starts
        case .mayEnd: return !(next.kind == .word || next.isOpener)
        case nil: return false
        }
    }
}
