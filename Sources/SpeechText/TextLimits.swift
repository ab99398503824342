/// Bounds of what one request can take; all in UTF-8 bytes.
///
/// Bytes stand for length in sound: a Chinese character takes three of them and about as long to
/// say as three Latin letters.
public struct TextLimits: Hashable, Sendable {
    /// Source text of a whole request.
    public var source: Int
    /// Source text of one sentence; a longer one is cut at a clause or a word.
    public var sentence: Int
    /// Spoken text of a prompt. Only a single reading that is longer by itself may exceed it.
    public var prompt: Int

    public init(source: Int = 1 << 20, sentence: Int = 1200, prompt: Int = 280) {
        self.source = max(1, source)
        self.sentence = max(16, sentence)
        self.prompt = max(16, prompt)
    }

    public static let standard = TextLimits()
}
