/// Bounds of what one request can take.
public struct TextLimits: Hashable, Sendable {
    /// UTF-8 bytes of the source text of a whole request.
    public var source: Int
    /// UTF-8 bytes of the source text of one sentence; a longer one is cut at a clause or a word.
    public var sentence: Int
    /// Tokens of the spoken text of a prompt, as a ``TokenCounter`` counts them. Only a single
    /// reading that is longer by itself may exceed it.
    public var prompt: Int

    public init(source: Int = 1 << 20, sentence: Int = 1200, prompt: Int = 80) {
        self.source = max(1, source)
        self.sentence = max(16, sentence)
        self.prompt = max(8, prompt)
    }

    public static let standard = TextLimits()
}
