/// The sizes of a Llama model that decide what it takes of memory.
public struct ModelShape: Hashable, Sendable {
    public var name: String
    public var layers: Int
    /// Width of the residual stream.
    public var hidden: Int
    /// Width of the gated feed-forward layers.
    public var intermediate: Int
    public var heads: Int
    public var keyValueHeads: Int
    public var headDimension: Int
    public var vocabulary: Int
    /// The output layer is the embedding.
    public var isTied: Bool
    /// The most tokens of a sequence that it was made for.
    public var positions: Int

    public init(
        name: String, layers: Int, hidden: Int, intermediate: Int, heads: Int, keyValueHeads: Int,
        headDimension: Int, vocabulary: Int, isTied: Bool, positions: Int
    ) {
        self.name = name
        self.layers = layers
        self.hidden = hidden
        self.intermediate = intermediate
        self.heads = heads
        self.keyValueHeads = keyValueHeads
        self.headDimension = headDimension
        self.vocabulary = vocabulary
        self.isTied = isTied
        self.positions = positions
    }

    /// Orpheus 3B: Llama 3.2 3B with a vocabulary for speech.
    public static let orpheus = ModelShape(
        name: "canopylabs/orpheus-3b-0.1-ft", layers: 28, hidden: 3072, intermediate: 8192,
        heads: 24, keyValueHeads: 8, headDimension: 128, vocabulary: 156_940, isTied: true,
        positions: 131_072)

    /// Parameters of the products inside of the layers: those that a quantization makes smaller.
    public var linearParameters: Int {
        let attention = 2 * hidden * headDimension * (heads + keyValueHeads)
        return layers * (attention + 3 * hidden * intermediate)
    }

    /// Parameters of embedding and output layer, which stay as they are.
    public var embeddingParameters: Int { vocabulary * hidden * (isTied ? 1 : 2) }

    /// Parameters of the norms.
    public var normParameters: Int { (2 * layers + 1) * hidden }

    public var parameters: Int { linearParameters + embeddingParameters + normParameters }
}
