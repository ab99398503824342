/// The first stage of the graph: codes to latents.
///
/// A latent step is the sum over the codebooks of a 1x1 convolution of its code's vector. The three
/// are one matrix product: the vectors side by side, the matrices one below the other.
public struct Features: Sendable {
    /// Floats a latent step, padding included.
    let latentChannels: Int
    private let codebooks: [Constants]
    private let codebookSize: Int
    private let codebookDim: Int
    private let projection: Matrix

    init(_ checkpoint: Checkpoint, _ configuration: SNACConfiguration) throws(CheckpointError) {
        let (latent, dim) = (configuration.latentDim, configuration.codebookDim)
        codebookSize = configuration.codebookSize
        codebookDim = dim
        latentChannels = Kernels.padded(latent)
        var codebooks: [Constants] = []
        var weights: [Tensor] = []
        var bias = [Float](repeating: 0, count: latent)
        for level in configuration.vqStrides.indices {
            let key = "quantizer.quantizers.\(level)"
            let codebook = try checkpoint.tensor("\(key).codebook.weight", [codebookSize, dim])
            codebooks.append(Constants(codebook.values, paddedTo: codebook.values.count))
            weights.append(try checkpoint.weight("\(key).out_proj", [latent, dim, 1]))
            let own = try checkpoint.tensor("\(key).out_proj.bias", [latent]).values
            for channel in 0..<latent { bias[channel] += own[channel] }
        }
        self.codebooks = codebooks
        projection = Matrix(
            inputs: Kernels.padded(dim * weights.count), outputs: latentChannels, bias: bias
        ) { input, output in
            guard input < dim * weights.count, output < latent else { return 0 }
            return weights[input / dim].values[output * dim + input % dim]
        }
    }

    /// - Throws: ``SNACError/codeOutOfRange(code:codebookSize:frame:)``; frames count from `first`.
    func validate(_ frames: [SNACFrame], first: Int) throws(SNACError) {
        // Sixteen bits cannot leave a codebook that has a vector for each.
        guard codebookSize <= UInt16.max else { return }
        let limit = UInt16(codebookSize)
        for (index, frame) in frames.enumerated() {
            for code in frame.codes where code >= limit {
                throw .codeOutOfRange(
                    code: Int(code), codebookSize: codebookSize, frame: first + index)
            }
        }
    }

    /// The latents of valid frames, four padded rows a frame.
    func latents(_ frames: [SNACFrame], _ kernels: Kernels) -> FloatBuffer {
        let steps = frames.count * SNACFrame.latentSteps
        let vectors = FloatBuffer(count: steps * projection.inputs)
        for step in 0..<steps {
            let codes = frames[step / SNACFrame.latentSteps].step(step % SNACFrame.latentSteps)
            let row = vectors.base + step * projection.inputs
            for (level, code) in [codes.0, codes.1, codes.2].enumerated() {
                (row + level * codebookDim).update(
                    from: codebooks[level].base + Int(code) * codebookDim, count: codebookDim)
            }
        }
        let latents = FloatBuffer(count: steps * latentChannels)
        projection.apply(
            [projection.run(steps, from: vectors.base, to: latents.base)], kernels)
        return latents
    }
}
