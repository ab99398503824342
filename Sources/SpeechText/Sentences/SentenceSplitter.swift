/// Finds sentence boundaries in a stream of tokens.
///
/// Whether a mark ends a sentence depends on the sentence so far and on the one token after it,
/// never on how the text arrived.
struct SentenceSplitter {
    private let language: any SpokenLanguage
    private let longest: Int
    private var tokens: [Token] = []
    /// Whether the tokens end with a mark that may end the sentence.
    private var isAtMark = false
    private var lineStart = 0

    init(language: any SpokenLanguage, longest: Int) {
        self.language = language
        self.longest = longest
    }

    mutating func push(_ token: Token, into sentences: inout [Sentence]) {
        splitLate(before: token, into: &sentences)
        if let first = tokens.first {
            let isTooLong = token.source.upperBound - first.source.lowerBound > longest
            if token.gap == .paragraph {
                flush(.paragraph, into: &sentences)
            } else if isAtMark, !isTooLong, extendsEnding(token) {
                isAtMark = true
            } else if isAtMark, !isWidePoint(before: token),
                language.endsSentence(tokens, before: token)
            {
                flush(.sentence, into: &sentences)
            } else if token.gap == .line, endsLine(before: token) {
                flush(.sentence, into: &sentences)
            } else if token.isRoundBullet, first.text == token.text {
                flush(.sentence, into: &sentences)
            } else {
                isAtMark = false
                if isTooLong { cut(before: token, into: &sentences) }
            }
        }
        if token.gap >= .line { lineStart = token.source.lowerBound }
        tokens.append(token)
        isAtMark = isAtMark || token.isTerminator
    }

    /// What only the token after it shows, as the items of a list in one line.
    private mutating func splitLate(before token: Token, into sentences: inout [Sentence]) {
        guard let start = language.lateStart(in: tokens, before: token), start > 0 else { return }
        let rest = tokens[start...]
        tokens.removeSubrange(start...)
        flush(.sentence, into: &sentences)
        tokens = Array(rest)
        isAtMark = false
    }

    mutating func finish(_ join: Join, into sentences: inout [Sentence]) {
        flush(join, into: &sentences)
    }

    private mutating func flush(_ join: Join, into sentences: inout [Sentence]) {
        if !tokens.isEmpty { sentences.append(Sentence(tokens: tokens, join: join)) }
        tokens = []
        isAtMark = false
    }

    /// More dots, and the quotes and brackets that close what was opened before them.
    private func extendsEnding(_ token: Token) -> Bool {
        if token.isTerminator { return token.gap <= .space }
        if token.gap == .space { return language.closesSentence(token) }
        return token.gap == .none && token.isCloser
    }

    /// A point as wide as an ideograph that belongs to a number: ３．１４.
    private func isWidePoint(before token: Token) -> Bool {
        token.kind == .number && token.gap == .none && tokens.last!.isMark("．")
    }

    /// A line that was not broken for its length, or one before an item of a list.
    private func endsLine(before next: Token) -> Bool {
        if next.isBullet { return true }
        let isShort = (tokens.last?.source.upperBound ?? 0) - lineStart < 50
        // A line of its own in lower case is an item of a list.
        let isItem = tokens[0].startsLowercase && tokens[0].source.lowerBound == lineStart
        return isShort && (!next.startsLowercase || isItem)
            && !(tokens.last?.isClauseMark ?? false)
    }

    /// Makes room in a sentence without an end: the first part goes, the rest stays.
    private mutating func cut(before next: Token, into sentences: inout [Sentence]) {
        let later = tokens.indices.dropFirst(max(1, tokens.count / 3))
        let gaps = later.filter { tokens[$0].gap != .none }
        let clause = gaps.last { tokens[$0 - 1].isClauseMark || tokens[$0 - 1].isTerminator }
        let at = clause ?? gaps.last ?? tokens.count
        let head = Array(tokens[..<at])
        let join: Join = clause != nil ? .clause : .word
        tokens.removeFirst(at)
        sentences.append(Sentence(tokens: head, join: join))
    }
}
