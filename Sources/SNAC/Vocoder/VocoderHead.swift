/// Depthwise convolution and 1x1 convolution: latents to the decoder's channels, at latent rate.
struct VocoderHead: Stage {
    private let depthwise: DepthwiseConvolution
    private let pointwise: Matrix

    /// The first block's weights are the largest: many steps at once use them once.
    let sliceRows = 32
    var outputFloats: Int { sliceRows * pointwise.outputs }
    var needs: ScratchNeeds { depthwise.needs(rows: sliceRows) }

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let (latent, channels) = (configuration.latentDim, configuration.decoderDim)
        depthwise = DepthwiseConvolution(
            weight: try checkpoint.weight("decoder.model.0", [latent, 1, 7]),
            bias: try checkpoint.tensor("decoder.model.0.bias", [latent]), dilation: 1,
            layout: &layout)
        pointwise = Matrix(
            pointwise: try checkpoint.weight("decoder.model.1", [channels, latent, 1]),
            bias: try checkpoint.tensor("decoder.model.1.bias", [channels]).values)
    }

    func apply(
        _ input: Rows, to output: UnsafeMutablePointer<Float>, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        let filtered = depthwise.apply(input, snake: nil, state, work) {
            $0.update(from: input.base, count: input.count * input.channels)
        }
        pointwise.apply(
            [pointwise.run(filtered.count, from: filtered.base, to: output)], work.kernels)
        let result = Rows(
            base: output, count: filtered.count, channels: pointwise.outputs, time: filtered.time)
        result.clear(outside: state.valid(rate: 1))
        return result
    }
}
