import Orpheus

/// Written text in, in parts of any size; prompts out, each as soon as it is certain.
///
/// The prompts do not depend on where the text was parted. Time is linear in the text, memory is
/// bounded by the limits of a sentence and a prompt.
///
///     var cutter = PromptCutter(language: .en)
///     let early = try cutter.append("Dr. Ada paid $5. She ")
///     let rest = try cutter.finish()
public struct PromptCutter: Sendable {
    private let limits: TextLimits
    private let normalizer: Normalizer
    private var tokenizer: Tokenizer
    private var splitter: SentenceSplitter
    private var grouper: PromptGrouper
    private var received = 0
    private var hasText = false
    private var hasSpoken = false

    /// - Parameters:
    ///   - language: That of the text. English is read out; of other languages only the sentences
    ///     and tags are known.
    ///   - normalization: `.off` passes the text on as it came, but for angle brackets.
    public init(
        language: Voice.Language = .en, normalization: Normalization = .automatic,
        limits: TextLimits = .standard
    ) {
        self.limits = limits
        normalizer = Normalizer(language: language, normalization: normalization)
        tokenizer = Tokenizer(markup: Markup(language: language))
        splitter = SentenceSplitter(
            language: SpokenLanguages.rules(for: language, normalization: normalization),
            longest: limits.sentence)
        grouper = PromptGrouper(limit: limits.prompt)
    }

    /// Takes the next part of the text.
    /// - Returns: The prompts that are certain by now, often none.
    /// - Throws: ``TextError/tooLong(limit:)``; nothing of the part is taken then.
    public mutating func append(_ part: String) throws(TextError) -> [SpokenPrompt] {
        let bytes = part.utf8.count
        guard bytes <= limits.source - received else { throw .tooLong(limit: limits.source) }
        received += bytes
        var prompts: [SpokenPrompt] = []
        var tokens: [Token] = []
        for scalar in part.unicodeScalars {
            tokenizer.push(scalar, into: &tokens)
            if !tokens.isEmpty {
                take(tokens, into: &prompts)
                tokens.removeAll(keepingCapacity: true)
            }
        }
        return prompts
    }

    /// The end of the text.
    /// - Returns: What is left to speak.
    /// - Throws: ``TextError/empty`` or ``TextError/nothingToSpeak`` when no prompt came of all the
    ///   text.
    public mutating func finish() throws(TextError) -> [SpokenPrompt] {
        var prompts: [SpokenPrompt] = []
        var tokens: [Token] = []
        tokenizer.finish(into: &tokens)
        take(tokens, into: &prompts)
        var sentences: [Sentence] = []
        splitter.finish(into: &sentences)
        speak(sentences, into: &prompts)
        grouper.flush(into: &prompts)
        hasSpoken = hasSpoken || !prompts.isEmpty
        guard hasSpoken else { throw hasText ? .nothingToSpeak : .empty }
        return prompts
    }

    private mutating func take(_ tokens: [Token], into prompts: inout [SpokenPrompt]) {
        var sentences: [Sentence] = []
        for token in tokens {
            hasText = true
            splitter.push(token, into: &sentences)
        }
        if !sentences.isEmpty { speak(sentences, into: &prompts) }
    }

    private mutating func speak(_ sentences: [Sentence], into prompts: inout [SpokenPrompt]) {
        for sentence in sentences {
            let readings = normalizer.readings(of: sentence)
            guard readings.isSpeakable else { continue }
            let units = PromptUnit.units(of: readings, join: sentence.join, budget: limits.prompt)
            for unit in units where unit.readings.isSpeakable {
                grouper.push(unit, into: &prompts)
            }
        }
        if !prompts.isEmpty { hasSpoken = true }
    }
}
