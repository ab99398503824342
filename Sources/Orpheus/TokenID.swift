/// Token ids of Orpheus' vocabulary (`canopylabs/orpheus-3b-0.1-ft`, 156,940 entries).
///
/// The added tokens are written `<custom_token_N>` and have the id 128256 + N. Audio codes begin at
/// N = 10: 7 slots of 4096 codes each, see ``Slot``.
public enum TokenID {
    public static let beginOfText = 128_000
    public static let endOfTurn = 128_009
    /// `<custom_token_0>`.
    public static let firstCustom = 128_256
    public static let startOfSpeech = 128_257
    /// The stop token. Not the 49158 that many servers have copied, which is never generated.
    public static let endOfSpeech = 128_258
    public static let startOfHuman = 128_259
    public static let endOfHuman = 128_260
    public static let startOfAI = 128_261
    public static let endOfAI = 128_262
    public static let padding = 128_263
    /// The id of code 0 in slot 0.
    public static let firstAudio = 128_266
    /// The first id that is no audio code any more.
    public static let endOfAudio = firstAudio + Slot.count * Slot.codebookSize
}
