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
    private let limit: Int
    private let counter: any TokenCounter
    private var reader: TextReader
    private var grouper: PromptGrouper
    private var hasSpoken = false

    /// - Parameter counter: What measures prompts, when it is not to be an estimate.
    public init(_ options: TextOptions, counter: (any TokenCounter)? = nil) {
        limit = options.limits.prompt
        let counter = counter ?? TokenEstimate(language: options.language)
        self.counter = counter
        reader = TextReader(options)
        grouper = PromptGrouper(limit: limit, counter: counter)
    }

    /// - Parameters:
    ///   - language: That of the text.
    ///   - normalization: `.off` passes the text on as it came, but for angle brackets.
    public init(
        language: Voice.Language = .en, normalization: Normalization = .automatic,
        limits: TextLimits = .standard
    ) {
        self.init(
            TextOptions(
                locale: TextLocale(language), normalization: normalization, limits: limits))
    }

    /// Takes the next part of the text.
    /// - Returns: The prompts that are certain by now, often none.
    /// - Throws: ``TextError/tooLong(limit:)``, when nothing of the part is taken, or
    ///   ``TextError/badMarkup(_:offset:)``, when nothing may follow.
    public mutating func append(_ part: String) throws(TextError) -> [SpokenPrompt] {
        var pieces: [TextPiece] = []
        try reader.append(part, into: &pieces)
        return prompts(of: pieces)
    }

    /// Speaks what came so far as if a sentence had ended, for who waits in the middle of a text.
    public mutating func flush() -> [SpokenPrompt] {
        var pieces: [TextPiece] = []
        reader.flush(into: &pieces)
        var prompts = prompts(of: pieces)
        grouper.flush(into: &prompts)
        return prompts
    }

    /// The end of the text.
    /// - Returns: What is left to speak.
    /// - Throws: ``TextError/empty`` or ``TextError/nothingToSpeak`` when no prompt came of all the
    ///   text, ``TextError/badMarkup(_:offset:)`` when a document is not complete.
    public mutating func finish() throws(TextError) -> [SpokenPrompt] {
        var pieces: [TextPiece] = []
        try reader.finish(into: &pieces)
        var prompts = prompts(of: pieces)
        grouper.finish(into: &prompts)
        hasSpoken = hasSpoken || !prompts.isEmpty
        guard hasSpoken else { throw reader.hasText ? .nothingToSpeak : .empty }
        return prompts
    }

    private mutating func prompts(of pieces: [TextPiece]) -> [SpokenPrompt] {
        var prompts: [SpokenPrompt] = []
        for piece in pieces {
            switch piece {
            case .silence(let milliseconds): grouper.pause(milliseconds, into: &prompts)
            case .voice(let name): grouper.change(voice: name, into: &prompts)
            case .sentence(let readings, let join):
                guard readings.isSpeakable else { continue }
                for unit in PromptUnit.units(
                    of: readings, join: join, budget: limit, counter: counter)
                where unit.readings.isSpeakable {
                    grouper.push(unit, into: &prompts)
                }
            }
        }
        if !prompts.isEmpty { hasSpoken = true }
        return prompts
    }
}
