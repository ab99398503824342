import Orpheus

extension PromptCutter {
    /// A whole text at once, as prompts.
    public static func prompts(
        for text: String, _ options: TextOptions, counter: (any TokenCounter)? = nil
    ) throws(TextError) -> [SpokenPrompt] {
        var cutter = PromptCutter(options, counter: counter)
        return try cutter.append(text) + cutter.finish()
    }

    public static func prompts(
        for text: String, language: Voice.Language = .en, normalization: Normalization = .automatic,
        limits: TextLimits = .standard
    ) throws(TextError) -> [SpokenPrompt] {
        try prompts(
            for: text,
            TextOptions(
                locale: TextLocale(language), normalization: normalization, limits: limits))
    }
}

/// What a text is spoken as, in one line, and how each piece of it was read.
///
/// Unlike prompts it keeps pieces that have no sound.
public func spoken(
    _ text: String, _ options: TextOptions
) throws(TextError) -> (text: String, readings: [Reading]) {
    var reader = TextReader(options)
    var pieces: [TextPiece] = []
    try reader.append(text, into: &pieces)
    try reader.finish(into: &pieces)
    var readings: [Reading] = pieces.flatMap { piece in
        if case .sentence(let readings, _) = piece { readings } else { [Reading]() }
    }
    let line = readings.join()
    return (line, readings)
}

public func spoken(
    _ text: String, language: Voice.Language = .en, limits: TextLimits = .standard
) throws(TextError) -> (text: String, readings: [Reading]) {
    try spoken(text, TextOptions(locale: TextLocale(language), limits: limits))
}

public func sentenceRanges(
    of text: String, language: Voice.Language = .en, limits: TextLimits = .standard
) throws(TextError) -> [Range<Int>] {
    try sentenceRanges(of: text, locale: TextLocale(language), limits: limits)
}

/// The sentences of a text, as ranges of its UTF-8 bytes.
public func sentenceRanges(
    of text: String, locale: TextLocale, limits: TextLimits = .standard
) throws(TextError) -> [Range<Int>] {
    guard text.utf8.count <= limits.source else { throw .tooLong(limit: limits.source) }
    var splitter = SentenceSplitter(
        language: SpokenLanguages.rules(for: locale, normalization: .automatic),
        longest: limits.sentence)
    var sentences: [Sentence] = []
    for token in Tokenizer.tokens(of: text, markup: Markup(language: locale.language)) {
        splitter.push(token, into: &sentences)
    }
    splitter.finish(.sentence, into: &sentences)
    return sentences.map {
        $0.tokens.first!.source.lowerBound..<$0.tokens.last!.source.upperBound
    }
}
