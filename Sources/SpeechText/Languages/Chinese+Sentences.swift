extension Chinese {
    /// How far back a bracket or title may have been opened, in tokens.
    private static let longestTitle = 60

    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        let ending = Ending(of: tokens)
        if isInTitle(tokens) || isSpeakerTag(next, behind: tokens) { return false }
        if let last = tokens.last, Self.closers.contains(last.scalar) {
            return Self.openers.contains(tokens[0].scalar)
        }
        if ending.isWide { return true }
        guard let last = ending.before, !next.isClauseMark else { return false }
        if ending.isEllipsis { return next.gap != .none && !next.startsLowercase }
        // Chinese text with the marks of a Latin keyboard.
        if last.isIdeograph { return true }
        guard next.gap != .none, !next.startsLowercase else { return false }
        guard ending.isSingleDot, !ending.isClosed else { return true }
        if last.kind == .number { return ending.index > 0 }
        let isShort = last.text.utf8.count == 1 || Self.shortened.contains(last.text.lowercased())
        return !(last.kind == .word && isShort)
    }

    /// Marks within a title or a bracket are a part of it: 《你好！中国》.
    private func isInTitle(_ tokens: [Token]) -> Bool {
        for token in tokens.suffix(Self.longestTitle).reversed()
        where token.kind == .mark && !token.scalar.isASCII {
            if Self.closers.contains(token.scalar) { return false }
            if Self.openers.contains(token.scalar) { return true }
        }
        return false
    }

    private static let openers: Set<Unicode.Scalar> = ["《", "〈", "（", "【", "「", "『"]
    private static let closers: Set<Unicode.Scalar> = ["》", "〉", "）", "】", "」", "』"]

    /// “走吧！”他说。
    private func isSpeakerTag(_ next: Token, behind tokens: [Token]) -> Bool {
        guard let first = tokens.first, first.isMark("“"), let last = tokens.last,
            last.isMark("”"), next.gap == .none
        else { return false }
        return Self.speakers.contains(next.text)
            && tokens.suffix(3).contains { ["！", "？", "!", "?", "…"].contains($0.text) }
    }

    private static let speakers: Set<String> = ["他", "她", "它", "我", "你", "说", "问", "道"]

    private static let shortened: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "vol", "fig", "inc", "ltd", "co",
    ]
}
