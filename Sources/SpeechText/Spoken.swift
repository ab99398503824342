import Orpheus

extension PromptCutter {
    /// A whole text at once, as prompts.
    public static func prompts(
        for text: String, language: Voice.Language = .en, normalization: Normalization = .automatic,
        limits: TextLimits = .standard
    ) throws(TextError) -> [SpokenPrompt] {
        var cutter = PromptCutter(language: language, normalization: normalization, limits: limits)
        return try cutter.append(text) + cutter.finish()
    }
}

/// What a text is spoken as, in one line, and how each piece of it was read.
///
/// Unlike prompts it keeps pieces that have no sound.
public func spoken(
    _ text: String, language: Voice.Language = .en, limits: TextLimits = .standard
) throws(TextError) -> (text: String, readings: [Reading]) {
    let readings = try sentences(of: text, language: language, limits: limits).flatMap {
        Normalizer(language: language).readings(of: $0)
    }
    return (readings.spokenText, readings)
}

/// The sentences of a text, as ranges of its UTF-8 bytes.
public func sentenceRanges(
    of text: String, language: Voice.Language = .en, limits: TextLimits = .standard
) throws(TextError) -> [Range<Int>] {
    try sentences(of: text, language: language, limits: limits).map {
        $0.tokens.first!.source.lowerBound..<$0.tokens.last!.source.upperBound
    }
}

private func sentences(
    of text: String, language: Voice.Language, limits: TextLimits
) throws(TextError) -> [Sentence] {
    guard text.utf8.count <= limits.source else { throw .tooLong(limit: limits.source) }
    var tokenizer = Tokenizer(markup: Markup(language: language))
    var splitter = SentenceSplitter(
        language: SpokenLanguages.rules(for: language, normalization: .automatic),
        longest: limits.sentence)
    var tokens: [Token] = []
    for scalar in text.unicodeScalars { tokenizer.push(scalar, into: &tokens) }
    tokenizer.finish(into: &tokens)
    var sentences: [Sentence] = []
    for token in tokens { splitter.push(token, into: &sentences) }
    splitter.finish(into: &sentences)
    return sentences
}
