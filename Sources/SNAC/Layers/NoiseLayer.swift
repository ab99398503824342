import CSNACKernels

/// `x + n (W x)`: noise of one value a time step, shaped by the signal.
struct NoiseLayer: Sendable {
    private let matrix: Matrix
    private let block: UInt32

    init(_ weight: Tensor, block: Int, _ kernels: Kernels) {
        matrix = Matrix(pointwise: weight, bias: nil, kernels)
        self.block = UInt32(block)
    }

    func needs(rows: Int) -> ScratchNeeds {
        ScratchNeeds(operands: rows * matrix.inputs, noise: rows)
    }

    /// Lanes without noise are copied.
    func apply(_ x: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace) -> Batch {
        var runs: [snac_run] = []
        x.forEachLane { lane, rows, first in
            let floats = lane.count * x.channels
            guard case .seed(let seed) = lane.state.noise else {
                return (output + first * x.channels).update(from: rows, count: floats)
            }
            let operands = work.operands.at(first * x.channels)
            work.kernels.table.pointee.convert(floats, rows, operands)
            let draws = work.noise.base + first
            snac_noise(seed, block, Int64(lane.time), lane.count, draws)
            var run = matrix.run(lane.count, from: operands, to: output + first * x.channels)
            run.skip = UnsafePointer(rows)
            run.skip_stride = x.channels
            run.noise = UnsafePointer(draws)
            runs.append(run)
        }
        matrix.apply(runs)
        return Batch(base: output, channels: x.channels, lanes: x.lanes)
    }
}
