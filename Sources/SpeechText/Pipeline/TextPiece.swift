/// What of a text is certain, in order.
enum TextPiece {
    case sentence([Reading], Join)
    /// Milliseconds.
    case silence(Int)
    /// Who speaks from now on; nil: whoever was asked for.
    case voice(String?)
}
