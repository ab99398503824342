import Orpheus
import SpeechText

/// How many tokens a stream's sequence has: its prompt, and the speech behind it.
public enum SequenceLength {
    /// Tokens of a second of speech in real time: 82.03.
    public static let tokensPerSecond =
        Double(Frame.sampleRate) / Double(Frame.samples) * Double(Slot.count)

    /// Of so many seconds of speech, with the text that says them.
    static func tokens(seconds: Double, _ assumptions: MemoryAssumptions) -> Int {
        let perSecond = tokensPerSecond + assumptions.textTokensPerSecond
        return assumptions.promptTokens + Int((seconds * perSecond).rounded(.up))
    }

    /// The longest that is ever asked for: the longest prompt of the text frontend, should each of
    /// its bytes be a token, and the limit of tokens that goes with it.
    package static func longest(_ assumptions: MemoryAssumptions) -> Int {
        let bytes = Int(Double(TextLimits.standard.prompt) * TokenEstimate.mostBytes)
        return assumptions.promptTokens + bytes + Sampling.tokenLimit(characters: bytes)
    }
}
