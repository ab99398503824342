/// Latents to codes, coarse to fine: each codebook codes what those before it left over.
struct Quantizer: Sendable {
    private let levels: [Level]

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, _ kernels: Kernels
    ) throws(CheckpointError) {
        var levels: [Level] = []
        for (index, stride) in configuration.vqStrides.enumerated() {
            levels.append(try Level(checkpoint, configuration, index: index, stride: stride, kernels))
        }
        self.levels = levels
    }

    /// The codes of four padded rows a frame. Overwrites `latents`.
    func frames(_ latents: FloatBuffer, count: Int) -> [SNACFrame] {
        let steps = count * SNACFrame.latentSteps
        let codes = levels.map { $0.quantize(latents.base, steps: steps) }
        return (0..<count).map { frame in
            let (middle, fine) = (2 * frame, 4 * frame)
            return SNACFrame(
                level0: codes[0][frame],
                level1: (codes[1][middle], codes[1][middle + 1]),
                level2: (
                    codes[2][fine], codes[2][fine + 1], codes[2][fine + 2], codes[2][fine + 3]
                ))
        }
    }
}
