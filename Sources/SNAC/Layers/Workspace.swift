/// Scratch memory of one decode at a time: what lives no longer than a call. One a thread is enough
/// for any number of streams.
public final class Workspace {
    let kernels: Kernels
    /// A layer's input behind its history.
    let input: FloatBuffer
    /// A depthwise convolution's output.
    let filtered: FloatBuffer
    /// Between the layers of a stage.
    let first: FloatBuffer
    let second: FloatBuffer
    /// Draws of a noise layer.
    let noise: FloatBuffer
    /// What each stage hands on.
    let outputs: [FloatBuffer]

    init(kernels: Kernels, needs: ScratchNeeds, outputs: [Int]) {
        self.kernels = kernels
        input = FloatBuffer(count: needs.input)
        filtered = FloatBuffer(count: needs.rows)
        first = FloatBuffer(count: needs.rows)
        second = FloatBuffer(count: needs.rows)
        noise = FloatBuffer(count: needs.noise)
        self.outputs = outputs.map(FloatBuffer.init(count:))
    }
}
