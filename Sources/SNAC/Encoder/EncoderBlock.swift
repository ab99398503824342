/// Three residual units and downsampling by `stride`.
struct EncoderBlock: Stage {
    private let units: [ResidualUnit]
    private let downsampling: StridedConvolution
    /// Rows of input a latent step.
    private let rate: Int
    let sliceRows: Int

    /// Steps of output by which the output lags.
    var delay: Int { downsampling.delay }
    var outputFloats: Int { sliceRows / downsampling.stride * downsampling.outputChannels }
    var needs: ScratchNeeds {
        units.reduce(downsampling.needs(rows: sliceRows)) {
            $0.union($1.needs(rows: sliceRows))
        }.union(ScratchNeeds(rows: sliceRows * downsampling.inputChannels))
    }

    /// Block `index` (0...3), whose input has `rate` rows a latent step and lags `inputDelay`.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, rate: Int,
        inputDelay: Int, _ kernels: Kernels, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let key = "encoder.block.\(index + 1).block"
        let stride = configuration.encoderRates[index]
        let cin = configuration.encoderDim << index
        self.rate = rate
        var units: [ResidualUnit] = []
        for (offset, dilation) in [1, 3, 9].enumerated() {
            units.append(
                try ResidualUnit(
                    checkpoint, "\(key).\(offset)", channels: cin, dilation: dilation,
                    kernels, layout: &layout))
        }
        self.units = units
        downsampling = StridedConvolution(
            snake: Snake(try checkpoint.tensor("\(key).3.alpha", [1, cin, 1])),
            weight: try checkpoint.weight("\(key).4", [2 * cin, cin, 2 * stride]),
            bias: try checkpoint.tensor("\(key).4.bias", [2 * cin]), stride: stride,
            inputDelay: units.reduce(inputDelay) { $0 + $1.delay }, kernels, layout: &layout)
        // Whole latent steps, so that every later stride divides what it gets.
        sliceRows = max(1, 32_768 / Kernels.padded(cin) / rate) * rate
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        var (target, spare) = (work.first.base, work.second.base)
        var x = input
        for unit in units {
            x = unit.apply(x, to: target, rate: rate, work)
            swap(&target, &spare)
        }
        return downsampling.apply(x, to: output, rate: rate / downsampling.stride, work)
    }
}
