/// What a plan takes for granted, since it hangs on versions and drivers. vLLM logs the true
/// figures when it starts; none of these was measured here.
public struct MemoryAssumptions: Hashable, Sendable {
    /// Bytes of a GPU for the CUDA context, activations, CUDA graphs, and what is lost between
    /// allocations.
    public var overhead = 1_500_000_000
    /// Bytes of a stream for each entry of the vocabulary: its logits in float32, sorted with their
    /// places, and the counts of the repetition penalty.
    public var samplingBytesPerEntry = 40
    /// What vLLM takes of a GPU unless it is told.
    public var greatestUtilization = 0.9
    /// Tokens of a block of the KV cache.
    public var block = 16
    /// Tokens of text that are spoken in a second.
    public var textTokensPerSecond = 4.0
    /// A prompt's own tokens, its voice and the end of speech.
    public var promptTokens = 10

    public init() {}
}
