/// The encoder's last layer, a depthwise convolution at latent rate.
struct EncoderTail: Stage {
    private let depthwise: DepthwiseConvolution
    let sliceRows = 32

    var delay: Int { depthwise.delay }
    var outputFloats: Int { sliceRows * depthwise.channels }
    var needs: ScratchNeeds { depthwise.needs(rows: sliceRows) }

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
        _ input: Rows, to output: UnsafeMutablePointer<Float>, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        let filtered = depthwise.apply(input, snake: nil, state, work) {
            $0.update(from: input.base, count: input.count * input.channels)
        }
        output.update(from: filtered.base, count: filtered.count * filtered.channels)
        return Rows(
            base: output, count: filtered.count, channels: filtered.channels, time: filtered.time)
    }
}
