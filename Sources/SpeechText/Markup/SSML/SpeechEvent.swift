import Orpheus

/// What speech markup says, piece by piece.
enum SpeechEvent: Equatable {
    case character(Unicode.Scalar, source: Range<Int>)
    /// A sentence or a paragraph is over.
    case boundary(Join)
    /// Silence.
    case pause(milliseconds: Int)
    /// Text that is said otherwise than it would be: the text of a `sub`, or of a `say-as` with how
    /// it is to be said.
    case given(String, SayAs?, source: Range<Int>)
    /// A tag that the voice may act out.
    case tag(String, source: Range<Int>)
    /// The voice from now on; nil: that of the request.
    case voice(String?)
    /// The language from now on; nil: that of the request.
    case locale(TextLocale?)
}
