/// Scratch memory of one thread: what lives no longer than a call.
final class Workspace {
    let kernels: Kernels
    /// What a product reads.
    let operands: OperandBuffer
    /// Between the layers of a stage.
    let first: FloatBuffer
    let second: FloatBuffer
    /// Draws of a noise layer.
    let noise: FloatBuffer
    /// What each stage hands on.
    let outputs: [FloatBuffer]

    init(kernels: Kernels, needs: ScratchNeeds, outputs: [Int]) {
        self.kernels = kernels
        operands = OperandBuffer(count: needs.operands, kernels)
        first = FloatBuffer(count: needs.rows)
        second = FloatBuffer(count: needs.rows)
        noise = FloatBuffer(count: needs.noise)
        self.outputs = outputs.map(FloatBuffer.init(count:))
    }
}
