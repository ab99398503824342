/// How many rows the encoder's stages take at once, measured on the public configuration.
///
/// Rows stay in the second level cache from layer to layer, until the last downsampling: its weights,
/// 19 MB, come from memory, so that rows of many steps are gathered for it.
enum EncoderSlices {
    /// Samples that enter at once: whole strides of every block.
    static let samples = 2048
    /// Rows of a block's residual units.
    static let block = [512, 256, 128, 64]
    /// Rows of input of a block's downsampling.
    static let downsampling = [1024, 512, 512, 512]
    /// Latent steps that are gathered for the last downsampling.
    static let gatheredSteps = 64
}
