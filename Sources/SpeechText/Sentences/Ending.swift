/// The marks at the end of a sentence so far, and what stands before them.
struct Ending {
    /// The last token before the marks, with its place; nil when there are only marks.
    let before: Token?
    let index: Int
    let dots: Int
    let isSingleDot: Bool
    let isEllipsis: Bool
    let isWide: Bool
    /// A quote or a bracket closes after the terminator.
    let isClosed: Bool

    init(of tokens: [Token]) {
        var at = tokens.count - 1
        var dots = 0
        var others = 0
        var wide = false
        var closed = false
        while at >= 0, tokens[at].isTerminator || tokens[at].isCloser {
            if tokens[at].isTerminator {
                if tokens[at].text == "." { dots += 1 } else { others += 1 }
                wide = wide || tokens[at].isWideTerminator
            } else if dots + others == 0 {
                closed = true
            } else {
                // A bracket or quote that closed before the terminator: `(He left).`
                break
            }
            at -= 1
        }
        before = at >= 0 ? tokens[at] : nil
        index = at
        self.dots = dots
        isSingleDot = dots == 1 && others == 0
        isEllipsis =
            (dots > 1 && others == 0)
            || (dots == 0 && at + 1 < tokens.count && tokens[at + 1].text == "…")
        isWide = wide
        isClosed = closed
    }

    /// Whether it ends a sentence behind which the space was forgotten: `It ended.Then we left.`
    func isGlued(to next: Token) -> Bool {
        guard isSingleDot, !isClosed, let before else { return false }
        return next.startsUppercase && next.text.utf8.count > 1 && !next.isAllUppercase
            && before.startsLowercase && before.text.utf8.count > 2 && before.gap != .none
    }
}
