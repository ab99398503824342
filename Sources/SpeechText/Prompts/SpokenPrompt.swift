/// A piece of text that is spoken in one go, ready for a voice.
public struct SpokenPrompt: Hashable, Sendable {
    /// Words, punctuation and emotive tags. No `<` but those of tags. Empty for silence alone, at the
    /// end of a text.
    public let text: String
    /// The source that it says, in UTF-8 offsets of all text given so far. Ranges ascend and do not
    /// overlap.
    public let source: Range<Int>
    /// What comes after it. The last prompt ends a sentence.
    public let join: Join
    /// What was read how, in order.
    public let readings: [Reading]
    /// Whose voice the text asks for; nil: that of the request.
    public let voice: String?
    /// Milliseconds of silence before it.
    public let silence: Int
}
