extension Korean {
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none else { return isGlued(ending, next) }
        if next.isTerminator || next.isClauseMark { return false }
        guard let last = ending.before else { return true }
        // "가자." 라고 했다: the speech goes on.
        if ending.isClosed, Self.quotatives.contains(where: next.text.hasPrefix) { return false }
        guard ending.isSingleDot, !ending.isClosed else { return !next.startsLowercase }
        if last.kind == .number { return !isDotOfNumber(tokens, ending, next) }
        if last.kind == .word, !last.isHangul { return !isDotOfWord(last, tokens, ending, next) }
        // 가. 나. and other items of a list.
        return !(ending.index == 0 && Self.listLetters.contains(last.text))
    }

    /// 그는 갔다.나는 남았다: the space was forgotten.
    private func isGlued(_ ending: Ending, _ next: Token) -> Bool {
        guard ending.isSingleDot, !ending.isClosed, let last = ending.before, next.isHangul else {
            return false
        }
        return last.isHangul && last.text.unicodeScalars.count > 1
            && "다요까죠".contains(last.text.last!)
    }

    /// 1. at the beginning, 2024. 3. 5. and No. 5.
    private func isDotOfNumber(_ tokens: [Token], _ ending: Ending, _ next: Token) -> Bool {
        guard let number = ending.before else { return false }
        if ending.index == 0 || ending.index == 1 && tokens[0].isBullet {
            return number.text.utf8.count <= 3 || next.kind == .number
        }
        if next.kind == .number { return true }
        // The day of a date.
        return ending.index > 2 && tokens[ending.index - 1].isMark(".")
            && tokens[ending.index - 2].kind == .number && number.text.utf8.count <= 2
    }

    /// Dr. Kim, No. 5, J. K. 롤링.
    private func isDotOfWord(
        _ last: Token, _ tokens: [Token], _ ending: Ending, _ next: Token
    ) -> Bool {
        if last.text.utf8.count == 1 {
            // An initial, unless a sentence begins with Hangul behind it: 비타민 A. 그리고
            let isFirst = ending.index == 0 || tokens[ending.index - 1].isMark(".")
            return isFirst || last.startsUppercase && !next.isHangul
        }
        let word = last.text.lowercased()
        if Self.beforeNumbers.contains(word) { return next.kind == .number }
        return Self.titles.contains(word) || next.startsLowercase
    }

    private static let titles: Set<String> = [
        "dr", "mr", "mrs", "ms", "prof", "st", "vs", "feat", "ft", "rev", "capt", "gen", "ver",
    ]
    private static let beforeNumbers: Set<String> = ["no", "vol", "fig", "p", "pp", "ch", "tel"]
    private static let listLetters = Set("가나다라마바사자차카타파하".map { String($0) })
    private static let quotatives = [
        "라고", "라는", "라며", "라면서", "이라고", "이라는", "이라며", "하고", "하며",
    ]
}
