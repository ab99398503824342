/// The first half of a block: Snake and the transposed convolution.
struct VocoderUpsampling: Stage {
    private let convolution: TransposedConvolution
    /// Rows of output a latent step.
    private let rate: Int
    let sliceRows: Int

    var outputFloats: Int { sliceRows * convolution.stride * convolution.outputChannels }
    var needs: ScratchNeeds { convolution.needs(rows: sliceRows) }

    /// Of block `index` (0...3), whose output has `rate` rows a latent step.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, rate: Int,
        _ kernels: Kernels, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let key = "decoder.model.\(index + 2).block"
        let stride = configuration.decoderRates[index]
        let cin = configuration.decoderDim >> index
        self.rate = rate
        convolution = TransposedConvolution(
            snake: Snake(try checkpoint.tensor("\(key).0.alpha", [1, cin, 1])),
            weight: try checkpoint.weight("\(key).1", [cin, cin / 2, 2 * stride]),
            bias: try checkpoint.tensor("\(key).1.bias", [cin / 2]), stride: stride, kernels,
            layout: &layout)
        sliceRows = VocoderSlices.upsampling[index]
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        convolution.apply(input, to: output, rate: rate, work)
    }
}
