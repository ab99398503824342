/// Why a text cannot be spoken.
public enum TextError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No text came at all, or only white space.
    case empty
    /// There is text, but no letter, digit or tag to speak, for example only dots.
    case nothingToSpeak
    /// More UTF-8 bytes than the limit.
    case tooLong(limit: Int)
    /// The bytes are no UTF-8; the offset is that of the first bad byte.
    case invalidUTF8(offset: Int)
    /// The markup cannot be read; the offset is that of the tag or the entity.
    case badMarkup(String, offset: Int)

    public var description: String {
        switch self {
        case .empty: "there is no text to speak"
        case .nothingToSpeak: "the text has no letter, digit or tag that could be spoken"
        case .tooLong(let limit): "the text is longer than \(limit) bytes, the limit of one request"
        case .invalidUTF8(let offset): "the text is no valid UTF-8: byte \(offset) is wrong"
        case .badMarkup(let reason, let offset): "the markup is wrong at byte \(offset): \(reason)"
        }
    }
}
