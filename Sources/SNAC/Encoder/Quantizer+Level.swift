extension Quantizer {
    /// One codebook: average over `stride` steps, project, take the nearest code by cosine,
    /// subtract what it decodes to.
    struct Level: Sendable {
        private let stride: Int
        private let channels: Int
        private let dim: Int
        private let size: Int
        private let inwards: Matrix
        private let outwards: Matrix
        private let codebook: Constants
        /// Codes of length 1, one a column.
        private let directions: Matrix
        /// Their squared lengths, 1 but for rounding.
        private let squares: [Float]

        init(
            _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, index: Int, stride: Int,
            _ kernels: Kernels
        ) throws(CheckpointError) {
            let (latent, dim) = (configuration.latentDim, configuration.codebookDim)
            let size = configuration.codebookSize
            let key = "quantizer.quantizers.\(index)"
            self.stride = stride
            self.dim = dim
            self.size = size
            channels = Kernels.padded(latent)
            inwards = Matrix(
                pointwise: try checkpoint.weight("\(key).in_proj", [dim, latent, 1]),
                bias: try checkpoint.tensor("\(key).in_proj.bias", [dim]).values, kernels)
            outwards = Matrix(
                pointwise: try checkpoint.weight("\(key).out_proj", [latent, dim, 1]),
                bias: try checkpoint.tensor("\(key).out_proj.bias", [latent]).values, kernels)
            let codes = try checkpoint.tensor("\(key).codebook.weight", [size, dim]).values
            codebook = Constants(codes, paddedTo: codes.count)
            var unit: [Float] = []
            for code in 0..<size {
                unit += Self.normalised(Array(codes[code * dim..<(code + 1) * dim]))
            }
            directions = Matrix(
                inputs: Kernels.padded(dim), outputs: Kernels.padded(size), bias: nil, kernels
            ) { $0 < dim && $1 < size ? unit[$1 * dim + $0] : 0 }
            squares = (0..<size).map { code in
                unit[code * dim..<(code + 1) * dim].reduce(0) { $0 + $1 * $1 }
            }
        }

        /// A code for each `stride` of `steps` rows; what they decode to is taken off the rows.
        func quantize(
            _ rows: UnsafeMutablePointer<Float>, steps: Int
        ) -> [UInt16] {
            let pooled = FloatBuffer(count: channels)
            let projected = FloatBuffer(count: inwards.outputs)
            let cosines = FloatBuffer(count: directions.outputs)
            let chosen = FloatBuffer(count: outwards.inputs)
            let decoded = FloatBuffer(count: channels)
            return (0..<steps / stride).map { group in
                let first = rows + group * stride * channels
                pool(first, to: pooled.base)
                inwards.apply([inwards.run(1, from: pooled.base, to: projected.base)])
                let unit = Self.normalised(
                    Array(UnsafeBufferPointer(start: projected.base, count: dim)))
                for index in 0..<dim { projected.base[index] = unit[index] }
                directions.apply(
                    [directions.run(1, from: projected.base, to: cosines.base)])
                let code = nearest(cosines.base, square: unit.reduce(0) { $0 + $1 * $1 })

                chosen.base.update(from: codebook.base + code * dim, count: dim)
                outwards.apply([outwards.run(1, from: chosen.base, to: decoded.base)])
                for step in 0..<stride {
                    for channel in 0..<channels {
                        first[step * channels + channel] -= decoded.base[channel]
                    }
                }
                return UInt16(code)
            }
        }

        private func pool(
            _ rows: UnsafeMutablePointer<Float>, to mean: UnsafeMutablePointer<Float>
        ) {
            for channel in 0..<channels {
                var sum: Float = 0
                for step in 0..<stride { sum += rows[step * channels + channel] }
                mean[channel] = sum / Float(stride)
            }
        }

        /// The first of the nearest codes, by the reference's expression for the distance.
        private func nearest(_ cosines: UnsafeMutablePointer<Float>, square: Float) -> Int {
            var best = 0
            var least = Float.infinity
            for code in 0..<size {
                let distance = square - 2 * cosines[code] + squares[code]
                if distance < least { (best, least) = (code, distance) }
            }
            return best
        }

        private static func normalised(_ vector: [Float]) -> [Float] {
            let length = max(vector.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-12)
            return vector.map { $0 / length }
        }
    }
}
