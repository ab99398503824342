/// Upsampling by `stride`, noise, three residual units.
struct VocoderBlock: Stage {
    private let upsampling: TransposedConvolution
    private let noise: NoiseLayer?
    private let units: [ResidualUnit]
    /// Rows of output a latent step.
    private let rate: Int
    let sliceRows: Int

    var outputFloats: Int { sliceRows * upsampling.stride * upsampling.outputChannels }
    var needs: ScratchNeeds {
        units.reduce(upsampling.needs(rows: sliceRows)) {
            $0.union($1.needs(rows: sliceRows * upsampling.stride))
        }.union(ScratchNeeds(noise: sliceRows * upsampling.stride))
    }

    /// Block `index` (0...3), whose output has `rate` rows a latent step.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, rate: Int,
        layout: inout CacheLayout
    ) throws(CheckpointError) {
        let key = "decoder.model.\(index + 2).block"
        let stride = configuration.decoderRates[index]
        let cin = configuration.decoderDim >> index
        let cout = cin / 2
        self.rate = rate
        upsampling = TransposedConvolution(
            snake: Snake(try checkpoint.tensor("\(key).0.alpha", [1, cin, 1])),
            weight: try checkpoint.weight("\(key).1", [cin, cout, 2 * stride]),
            bias: try checkpoint.tensor("\(key).1.bias", [cout]), stride: stride, layout: &layout)
        var next = 2
        if configuration.noise {
            noise = NoiseLayer(
                try checkpoint.weight("\(key).2.linear", [cout, cout, 1]), block: index)
            next = 3
        } else {
            noise = nil
        }
        var units: [ResidualUnit] = []
        for (offset, dilation) in [1, 3, 9].enumerated() {
            units.append(
                try ResidualUnit(
                    checkpoint, "\(key).\(next + offset)", channels: cout, dilation: dilation,
                    layout: &layout))
        }
        self.units = units
        sliceRows = max(4, Self.activationBudget / (stride * upsampling.outputChannels))
    }

    func apply(
        _ input: Rows, to output: UnsafeMutablePointer<Float>, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        var (target, spare) = (work.first.base, work.second.base)
        var x = upsampling.apply(input, to: target, rate: rate, state, work)
        if let noise, case .seed(let seed) = state.noise {
            swap(&target, &spare)
            x = noise.apply(x, to: target, seed: seed, work)
        }
        for (index, unit) in units.enumerated() {
            swap(&target, &spare)
            let place = index == units.count - 1 ? output : target
            x = unit.apply(x, to: place, rate: rate, state, work)
        }
        return x
    }
}
