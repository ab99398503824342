/// Depthwise convolution and 1x1 convolution: latents to the decoder's channels, at latent rate.
struct VocoderHead: Stage {
    private let depthwise: DepthwiseConvolution
    private let pointwise: Matrix

    let sliceRows = VocoderSlices.latentSteps
    var outputFloats: Int { sliceRows * pointwise.outputs }
    var needs: ScratchNeeds { ScratchNeeds(operands: sliceRows * depthwise.channels) }

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, _ kernels: Kernels,
        layout: inout CacheLayout
    ) throws(CheckpointError) {
        let (latent, channels) = (configuration.latentDim, configuration.decoderDim)
        depthwise = DepthwiseConvolution(
            weight: try checkpoint.weight("decoder.model.0", [latent, 1, 7]),
            bias: try checkpoint.tensor("decoder.model.0.bias", [latent]), dilation: 1,
            layout: &layout)
        pointwise = Matrix(
            pointwise: try checkpoint.weight("decoder.model.1", [channels, latent, 1]),
            bias: try checkpoint.tensor("decoder.model.1.bias", [channels]).values, kernels)
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        let lanes = depthwise.apply(input, to: work.operands, work.kernels)
        pointwise.apply([pointwise.run(input.count, from: work.operands.base, to: output)])
        let result = Batch(base: output, channels: pointwise.outputs, lanes: lanes)
        result.clearOutside(rate: 1)
        return result
    }
}
