/// Kinds of tokens that may begin something.
struct TokenKinds: OptionSet, Sendable {
    let rawValue: UInt8

    static let word = TokenKinds(rawValue: 1)
    static let number = TokenKinds(rawValue: 2)
    static let mark = TokenKinds(rawValue: 4)
    /// Punctuation that nothing but white space or more punctuation follows, see
    /// ``Token/isPunctuation``; other punctuation is a mark.
    static let loosePunctuation = TokenKinds(rawValue: 8)
    /// All but loose punctuation, which hardly anything begins with.
    static let any: TokenKinds = [.word, .number, .mark]
}
