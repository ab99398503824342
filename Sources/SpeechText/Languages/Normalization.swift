/// Whether text is turned into words, or is taken as already spoken.
public enum Normalization: String, Sendable, CaseIterable {
    /// Numbers, dates, abbreviations and symbols become words, where the language is known.
    case automatic
    /// The text is passed on as it came; only tags are still looked after.
    case off
}
