/// What Orpheus is given to speak: a voice, its text, and the frames that it has spoken already.
public struct Prompt: Hashable, Sendable {
    public let voice: Voice
    public let text: String
    /// Frames generated so far, when a stream is resumed; else empty.
    public var spoken: [Frame]

    /// - Throws: ``PromptError`` when the text is empty, or spells a special token, which the model
    ///   would take for one.
    public init(voice: Voice, text: String, spoken: [Frame] = []) throws(PromptError) {
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
        if let token = SpecialToken.first(in: text) { throw .specialToken(token) }
        self.voice = voice
        self.text = text
        self.spoken = spoken
    }

    /// The prompt for a server that tokenizes it, to be sent with `add_special_tokens` false.
    public var serialized: String {
        let header = Self.custom(TokenID.startOfHuman) + "<|begin_of_text|>"
        let footer = [TokenID.endOfHuman, TokenID.startOfAI, TokenID.startOfSpeech]
        let codes = spoken.flatMap(\.tokenIDs)
        return header + "\(voice.name): \(text)<|eot_id|>"
            + (footer + codes).map(Self.custom).joined()
    }

    /// The prompt as ids, around the ids that the model's tokenizer gave for ``spokenLine``.
    public func tokenIDs(tokenized line: [Int]) -> [Int] {
        [TokenID.startOfHuman, TokenID.beginOfText] + line
            + [TokenID.endOfTurn, TokenID.endOfHuman, TokenID.startOfAI, TokenID.startOfSpeech]
            + spoken.flatMap(\.tokenIDs)
    }

    /// `voice: text`, the part that a tokenizer sees.
    public var spokenLine: String { "\(voice.name): \(text)" }

    static func custom(_ id: Int) -> String { "<custom_token_\(id - TokenID.firstCustom)>" }
}

/// Why a text is no prompt.
public enum PromptError: Error, Equatable, CustomStringConvertible {
    case empty
    case specialToken(String)
    case malformed(String)

    public var description: String {
        switch self {
        case .empty: "there is no text to speak"
        case .specialToken(let token): "the text spells the special token \(token), which is not allowed"
        case .malformed(let what): "this is no Orpheus prompt: \(what)"
        }
    }
}
