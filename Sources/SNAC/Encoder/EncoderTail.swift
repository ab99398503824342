/// The encoder's last layer, a depthwise convolution at latent rate.
struct EncoderTail: Stage {
    private let depthwise: DepthwiseConvolution
    let sliceRows = 32

    var delay: Int { depthwise.delay }
    var outputFloats: Int { sliceRows * depthwise.channels }
    var needs: ScratchNeeds { ScratchNeeds(operands: sliceRows * depthwise.channels) }

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let key = "encoder.block.\(configuration.encoderRates.count + 1)"
        let latent = configuration.latentDim
        depthwise = DepthwiseConvolution(
            weight: try checkpoint.weight(key, [latent, 1, 7]),
            bias: try checkpoint.tensor("\(key).bias", [latent]), dilation: 1, layout: &layout)
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        let lanes = depthwise.apply(input, to: work.operands, work.kernels)
        let floats = work.operands.base.assumingMemoryBound(to: Float.self)
        output.update(from: floats, count: input.count * depthwise.channels)
        return Batch(base: output, channels: depthwise.channels, lanes: lanes)
    }
}
