/// What a document says, piece by piece.
enum XMLEvent: Equatable {
    /// A character of text, an entity resolved; with the bytes that stand for it.
    case character(Unicode.Scalar, source: Range<Int>)
    /// `source` is the tag itself. An empty element is closed by an event of its own.
    case open(name: String, attributes: [String: String], source: Range<Int>)
    case close(name: String, source: Range<Int>)
}
