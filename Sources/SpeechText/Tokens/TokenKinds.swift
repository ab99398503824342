/// Kinds of tokens that may begin something.
struct TokenKinds: OptionSet, Sendable {
    let rawValue: UInt8

    static let word = TokenKinds(rawValue: 1)
    static let number = TokenKinds(rawValue: 2)
    static let mark = TokenKinds(rawValue: 4)
    static let any: TokenKinds = [.word, .number, .mark]
}
