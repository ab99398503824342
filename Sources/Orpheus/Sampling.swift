/// How tokens are drawn.
public struct Sampling: Hashable, Sendable {
    /// 0 is greedy; higher speaks faster and more freely.
    public var temperature: Double
    public var topP: Double
    /// At least 1.1, or the model loops.
    public var repetitionPenalty: Double

    public init(temperature: Double = 0.6, topP: Double = 0.9, repetitionPenalty: Double = 1.1) {
        self.temperature = temperature
        self.topP = topP
        self.repetitionPenalty = repetitionPenalty
    }

    /// A limit for the tokens of a text, wide enough for the slowest speaker.
    ///
    /// Fixed small defaults are the well-known 14 s cut. Four characters a second is slower than
    /// anybody speaks; 82.03 tokens make a second; four seconds more are for pauses and tags.
    public static func tokenLimit(characters: Int) -> Int {
        let samples = (16 + characters) * Frame.sampleRate / 4
        let frames = (samples + Frame.samples - 1) / Frame.samples
        return frames * Slot.count + 1
    }
}
