import CLyreProto
import LyreRPC

/// How a text may say more than its words.
public enum TextSyntax: UInt32, Sendable, CaseIterable {
    /// Emotive tags in angle brackets.
    case tags = 0
    case ssml = 1

    init(checking value: Lyre__Speech__V1__TextSyntax) throws(RPCError) {
        guard let syntax = TextSyntax(rawValue: UInt32(value.rawValue)) else {
            throw RPCError(.invalidArgument, "there is no text syntax \(value.rawValue)")
        }
        self = syntax
    }
    var c: Lyre__Speech__V1__TextSyntax { .init(rawValue: .init(rawValue)) }
}

/// What becomes of tags that the voice does not know.
public enum UnknownTags: UInt32, Sendable, CaseIterable {
    /// They lose their brackets, and what is in them is read.
    case read = 0
    case remove = 1

    init(checking value: Lyre__Speech__V1__UnknownTags) throws(RPCError) {
        guard let tags = UnknownTags(rawValue: UInt32(value.rawValue)) else {
            throw RPCError(
                .invalidArgument, "there is no way \(value.rawValue) to treat unknown tags")
        }
        self = tags
    }
    var c: Lyre__Speech__V1__UnknownTags { .init(rawValue: .init(rawValue)) }
}

/// How a word is said.
public struct LexiconEntry: Hashable, ProtobufMessage {
    public var written: String
    public var spoken: String

    public init(written: String, spoken: String) {
        self.written = written
        self.spoken = spoken
    }

    typealias C = Lyre__Speech__V1__LexiconEntry
    public static var schemaName: String { "lyre.speech.v1.LexiconEntry" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__lexicon_entry__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__lexicon_entry__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            written: try String(checking: c.written, "written"),
            spoken: try String(checking: c.spoken, "spoken"))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.written = arena.string(written)
        c.spoken = arena.string(spoken)
    }
}

/// How a text is written and to be read.
public struct TextRules: Hashable, ProtobufMessage {
    /// en, de, fr, es, it, zh, hi or ko, with a country where it matters: en-GB; empty for that of
    /// the voice.
    public var language: String
    public var syntax: TextSyntax
    public var unknownTags: UnknownTags
    public var lexicon: [LexiconEntry]

    public init(
        language: String = "", syntax: TextSyntax = .tags, unknownTags: UnknownTags = .read,
        lexicon: [LexiconEntry] = []
    ) {
        self.language = language
        self.syntax = syntax
        self.unknownTags = unknownTags
        self.lexicon = lexicon
    }

    typealias C = Lyre__Speech__V1__TextRules
    public static var schemaName: String { "lyre.speech.v1.TextRules" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__text_rules__init }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__text_rules__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            language: try String(checking: c.language, "language"),
            syntax: try TextSyntax(checking: c.syntax),
            unknownTags: try UnknownTags(checking: c.unknown_tags),
            lexicon: try readAll(c.lexicon, count: c.n_lexicon))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.language = arena.string(language)
        c.syntax = syntax.c
        c.unknown_tags = unknownTags.c
        c.n_lexicon = lexicon.count
        c.lexicon = arena.messages(lexicon)
    }
}
