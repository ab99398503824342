/// The end of a block: Snake and a convolution of stride 2, 4, 8, 8.
struct EncoderDownsampling: Stage {
    private let convolution: StridedConvolution
    /// Rows of output a latent step.
    private let rate: Int
    let sliceRows: Int

    /// Steps of output by which the output lags.
    var delay: Int { convolution.delay }
    var outputFloats: Int { sliceRows / convolution.stride * convolution.outputChannels }
    var needs: ScratchNeeds { convolution.needs(rows: sliceRows) }

    /// Of block `index` (0...3), whose input lags `inputDelay` and whose output has `rate` rows a
    /// latent step.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, rate: Int,
        inputDelay: Int, _ kernels: Kernels, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let key = "encoder.block.\(index + 1).block"
        let stride = configuration.encoderRates[index]
        let cin = configuration.encoderDim << index
        self.rate = rate
        convolution = StridedConvolution(
            snake: Snake(try checkpoint.tensor("\(key).3.alpha", [1, cin, 1])),
            weight: try checkpoint.weight("\(key).4", [2 * cin, cin, 2 * stride]),
            bias: try checkpoint.tensor("\(key).4.bias", [2 * cin]), stride: stride,
            inputDelay: inputDelay, kernels, layout: &layout)
        sliceRows = EncoderSlices.downsampling[index]
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        convolution.apply(input, to: output, rate: rate, work)
    }
}
