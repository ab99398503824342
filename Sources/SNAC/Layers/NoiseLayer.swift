import CSNACKernels

/// `x + n (W x)`: noise of one value a time step, shaped by the signal.
struct NoiseLayer: Sendable {
    private let matrix: Matrix
    private let block: UInt32

    init(_ weight: Tensor, block: Int) {
        matrix = Matrix(pointwise: weight, bias: nil)
        self.block = UInt32(block)
    }

    func apply(
        _ x: Rows, to output: UnsafeMutablePointer<Float>, seed: UInt64, _ work: Workspace
    ) -> Rows {
        snac_noise(seed, block, Int64(x.time), x.count, work.noise.base)
        var run = matrix.run(x.count, from: x.base, to: output)
        run.skip = UnsafePointer(x.base)
        run.skip_stride = x.channels
        run.noise = UnsafePointer(work.noise.base)
        matrix.apply([run], work.kernels)
        return Rows(base: output, count: x.count, channels: x.channels, time: x.time)
    }
}
