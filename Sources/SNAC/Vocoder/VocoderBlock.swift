/// The second half of a block: noise and three residual units.
struct VocoderBlock: Stage {
    private let noise: NoiseLayer?
    private let units: [ResidualUnit]
    private let channels: Int
    /// Rows a latent step.
    private let rate: Int
    let sliceRows: Int

    var outputFloats: Int { sliceRows * channels }
    var needs: ScratchNeeds {
        units.reduce(ScratchNeeds(rows: sliceRows * channels)) {
            $0.union($1.needs(rows: sliceRows))
        }.union(noise?.needs(rows: sliceRows) ?? ScratchNeeds())
    }

    /// Of block `index` (0...3), which has `rate` rows a latent step.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, rate: Int,
        _ kernels: Kernels, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let key = "decoder.model.\(index + 2).block"
        let real = configuration.decoderDim >> (index + 1)
        channels = Kernels.padded(real)
        self.rate = rate
        sliceRows = VocoderSlices.block[index]
        var next = 2
        if configuration.noise {
            noise = NoiseLayer(
                try checkpoint.weight("\(key).2.linear", [real, real, 1]), block: index, kernels)
            next = 3
        } else {
            noise = nil
        }
        var units: [ResidualUnit] = []
        for (offset, dilation) in [1, 3, 9].enumerated() {
            units.append(
                try ResidualUnit(
                    checkpoint, "\(key).\(next + offset)", channels: real, dilation: dilation,
                    kernels, layout: &layout))
        }
        self.units = units
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        var (target, spare) = (work.first.base, work.second.base)
        var x = input
        if let noise {
            x = noise.apply(x, to: target, work)
            swap(&target, &spare)
        }
        for (index, unit) in units.enumerated() {
            x = unit.apply(
                x, to: index == units.count - 1 ? output : target, rate: rate, work)
            swap(&target, &spare)
        }
        return x
    }
}
