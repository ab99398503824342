/// Three residual units at one rate.
struct EncoderBlock: Stage {
    private let units: [ResidualUnit]
    private let channels: Int
    /// Rows a latent step.
    private let rate: Int
    let sliceRows: Int

    /// Steps by which the output lags behind the input.
    var delay: Int { units.reduce(0) { $0 + $1.delay } }
    var outputFloats: Int { sliceRows * channels }
    var needs: ScratchNeeds {
        units.reduce(ScratchNeeds(rows: sliceRows * channels)) {
            $0.union($1.needs(rows: sliceRows))
        }
    }

    /// Of block `index` (0...3), which has `rate` rows a latent step.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, rate: Int,
        _ kernels: Kernels, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let real = configuration.encoderDim << index
        channels = Kernels.padded(real)
        self.rate = rate
        sliceRows = EncoderSlices.block[index]
        var units: [ResidualUnit] = []
        for (offset, dilation) in [1, 3, 9].enumerated() {
            units.append(
                try ResidualUnit(
                    checkpoint, "encoder.block.\(index + 1).block.\(offset)", channels: real,
                    dilation: dilation, kernels, layout: &layout))
        }
        self.units = units
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        var (target, spare) = (work.first.base, work.second.base)
        var x = input
        for (index, unit) in units.enumerated() {
            x = unit.apply(
                x, to: index == units.count - 1 ? output : target, rate: rate, work)
            swap(&target, &spare)
        }
        return x
    }
}
