/// The first stage of the graph: codes to latents.
///
/// A latent step is the sum over the codebooks of a 1x1 convolution of its code's vector. The three
/// are one matrix product: the vectors side by side, the matrices one below the other.
public struct Features: Sendable {
    /// Floats a latent step, padding included.
    let latentChannels: Int
    /// Floats of a latent step's codebook vectors, padding included.
    var vectorFloats: Int { projection.inputs }
    private let codebooks: [Constants]
    private let codebookDim: Int
    private let projection: Matrix

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, _ kernels: Kernels
    ) throws(CheckpointError) {
        precondition(kernels.areExact)
        let (latent, dim) = (configuration.latentDim, configuration.codebookDim)
        codebookDim = dim
        latentChannels = Kernels.padded(latent)
        var codebooks: [Constants] = []
        var weights: [Tensor] = []
        var bias = [Float](repeating: 0, count: latent)
        for level in configuration.vqStrides.indices {
            let key = "quantizer.quantizers.\(level)"
            let codebook = try checkpoint.tensor(
                "\(key).codebook.weight", [configuration.codebookSize, dim])
            codebooks.append(Constants(codebook.values, paddedTo: codebook.values.count))
            weights.append(try checkpoint.weight("\(key).out_proj", [latent, dim, 1]))
            let own = try checkpoint.tensor("\(key).out_proj.bias", [latent]).values
            for channel in 0..<latent { bias[channel] += own[channel] }
        }
        self.codebooks = codebooks
        projection = Matrix(
            inputs: Kernels.padded(dim * weights.count), outputs: latentChannels, bias: bias,
            kernels
        ) { input, output in
            guard input < dim * weights.count, output < latent else { return 0 }
            return weights[input / dim].values[output * dim + input % dim]
        }
    }

    /// Writes the codebook vectors of valid half frames, two rows each of ``vectorFloats``, of which
    /// the padding is zero already.
    func look(up halves: [HalfFrame], to vectors: UnsafeMutablePointer<Float>) {
        var row = vectors
        for half in halves {
            for fine in [half.level2.0, half.level2.1] {
                for (level, code) in [half.level0, half.level1, fine].enumerated() {
                    (row + level * codebookDim).update(
                        from: codebooks[level].base + Int(code) * codebookDim, count: codebookDim)
                }
                row += vectorFloats
            }
        }
    }

    /// Latents of `steps` rows of codebook vectors, as rows of ``latentChannels``.
    func project(
        _ vectors: UnsafePointer<Float>, steps: Int, to latents: UnsafeMutablePointer<Float>
    ) {
        projection.apply([projection.run(steps, from: vectors, to: latents)])
    }
}
