/// How many rows the vocoder's stages take at once, measured on the public configuration.
///
/// The first two blocks' weights, 32 and 8 MB, come from memory: many rows have to share a reading.
/// From then on weights fit into the second level cache, and rows have to stay in it with them.
enum VocoderSlices {
    /// Of the head and of the first upsampling.
    static let latentSteps = 64
    /// Rows of input of a block's upsampling.
    static let upsampling = [64, 96, 64, 256]
    /// Rows of a block behind its upsampling.
    static let block = [96, 128, 256, 512]
}
