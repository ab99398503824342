import Orpheus

/// How a text is written, and how it is to be read.
public struct TextOptions: Sendable, Hashable {
    /// How a text may say more than its words.
    public enum Syntax: String, Sendable, CaseIterable {
        /// Emotive tags in angle brackets.
        case tags
        /// A document of SSML 1.1, see ``SSMLReader`` for what of it is acted on.
        case ssml
    }

    public var locale: TextLocale
    public var normalization: Normalization
    public var syntax: Syntax
    /// Of ``Syntax/tags``.
    public var unknownTags: Markup.UnknownTags
    /// Of two that have the same word the first counts.
    public var lexicons: [Lexicon]
    public var limits: TextLimits

    public init(
        locale: TextLocale = TextLocale(.en), normalization: Normalization = .automatic,
        syntax: Syntax = .tags, unknownTags: Markup.UnknownTags = .read, lexicons: [Lexicon] = [],
        limits: TextLimits = .standard
    ) {
        self.locale = locale
        self.normalization = normalization
        self.syntax = syntax
        self.unknownTags = unknownTags
        self.lexicons = lexicons
        self.limits = limits
    }

    public var language: Voice.Language { locale.language }
}
