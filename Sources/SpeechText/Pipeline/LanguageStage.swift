import Orpheus

/// The stages of one language: characters to tokens, sentences and readings.
struct LanguageStage: Sendable {
    let normalizer: Normalizer
    private let markup: Markup
    private var tokenizer: Tokenizer
    private var splitter: SentenceSplitter
    private var tokens: [Token] = []
    /// Whether there was any token.
    private(set) var hasText = false

    /// - Parameter gap: White space that another language left before the text.
    init(_ locale: TextLocale, _ options: TextOptions, after gap: Token.Gap = .none) {
        markup = Markup(language: locale.language, unknown: options.unknownTags)
        tokenizer = Tokenizer(markup: markup, after: gap)
        let rules = SpokenLanguages.rules(for: locale, normalization: options.normalization)
        normalizer = Normalizer(language: rules, lexicons: options.lexicons)
        splitter = SentenceSplitter(language: rules, longest: options.limits.sentence)
    }

    /// White space behind all that came.
    var gap: Token.Gap { tokenizer.gap }

    mutating func push(_ scalar: Unicode.Scalar, into pieces: inout [TextPiece]) {
        tokenizer.push(scalar, into: &tokens)
        if !tokens.isEmpty { split(into: &pieces) }
    }

    mutating func push(
        _ scalar: Unicode.Scalar, at source: Range<Int>, into pieces: inout [TextPiece]
    ) {
        tokenizer.push(scalar, at: source, into: &tokens)
        if !tokens.isEmpty { split(into: &pieces) }
    }

    /// An element that stands for an emotive tag, where the voice knows it.
    mutating func push(tag name: String, source: Range<Int>, into pieces: inout [TextPiece]) {
        guard case .emotive(let text) = markup.meaning(of: Array(name.unicodeScalars)) else {
            return
        }
        push(Token(kind: .tag, text: text, source: source, gap: .none), into: &pieces)
    }

    /// Text that is said otherwise than it would be.
    mutating func push(
        given text: String, _ sayAs: SayAs?, source: Range<Int>, into pieces: inout [TextPiece]
    ) {
        let words = normalizer.words(of: text, as: sayAs)
        push(Token(kind: .given, text: words, source: source, gap: .none), into: &pieces)
    }

    private mutating func push(_ token: Token, into pieces: inout [TextPiece]) {
        tokenizer.push(token, into: &tokens)
        split(into: &pieces)
    }

    /// What was begun is over.
    mutating func finish(_ join: Join, into pieces: inout [TextPiece]) {
        tokenizer.finish(into: &tokens)
        split(into: &pieces)
        var sentences: [Sentence] = []
        splitter.finish(join, into: &sentences)
        read(sentences, into: &pieces)
    }

    private mutating func split(into pieces: inout [TextPiece]) {
        var sentences: [Sentence] = []
        for token in tokens { splitter.push(token, into: &sentences) }
        hasText = hasText || !tokens.isEmpty
        tokens.removeAll(keepingCapacity: true)
        if !sentences.isEmpty { read(sentences, into: &pieces) }
    }

    private func read(_ sentences: [Sentence], into pieces: inout [TextPiece]) {
        for sentence in sentences {
            pieces.append(.sentence(normalizer.readings(of: sentence), sentence.join))
        }
    }
}
