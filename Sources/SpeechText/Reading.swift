/// A piece of spoken text with the piece of source that it says.
public struct Reading: Hashable, Sendable {
    /// What is spoken; empty for what has no sound.
    public let text: String
    /// UTF-8 offsets in the whole source.
    public let source: Range<Int>
    /// UTF-8 offsets in the text of the prompt; empty for what has no sound.
    public internal(set) var spoken = 0..<0
    /// The class that was recognised: "year", "money"; "plain" for text left as it was.
    public let className: String
    /// Whether white space stood before it.
    let spaced: Bool
    /// Whether a clause ends with it.
    let endsClause: Bool
}
