/// A piece of spoken text with the piece of source that it says.
public struct Reading: Hashable, Sendable {
    /// What is spoken; empty for what has no sound.
    public let text: String
    /// UTF-8 offsets in the whole source.
    public let source: Range<Int>
    /// The class that was recognised: "year", "money"; "plain" for text left as it was.
    public let className: String
    /// Whether white space stood before it.
    let spaced: Bool
    /// Whether a clause ends with it.
    let endsClause: Bool
}
