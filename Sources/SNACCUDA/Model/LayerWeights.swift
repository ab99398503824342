import CSNACCUDA
import SNAC

/// A layer's constants as its kernel reads them, on this machine.
struct LayerWeights {
    /// `depth` x `columns` words, or seven taps of the tail.
    var weights: [UInt32] = []
    var bias: [Float] = []
    var taps: [Float] = []
    var snakeBefore: [Float] = []
    var snakeAfter: [Float] = []
    var codebooks: [[Float]] = []
    /// Floats of a codebook's vector, whole groups of four.
    var codeFloats = 4

    init(
        _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint, _ configuration: SNACConfiguration,
        _ precision: Precision
    ) throws(CheckpointError) {
        switch layer.kind {
        case .features: try readFeatures(layer, checkpoint, configuration)
        case .head: try readHead(layer, checkpoint, precision)
        case .upsampling: try readUpsampling(layer, checkpoint, precision)
        case .noise:
            try readPointwise(layer, layer.key, hasBias: false, checkpoint, precision)
        case .unit: try readUnit(layer, checkpoint, precision)
        case .tail: try readTail(layer, checkpoint)
        }
    }

    private mutating func readFeatures(
        _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint, _ configuration: SNACConfiguration
    ) throws(CheckpointError) {
        let (dim, latent) = (configuration.codebookDim, configuration.latentDim)
        codeFloats = (dim + 3) / 4 * 4
        bias = [Float](repeating: 0, count: layer.columns)
        var projections: [Tensor] = []
        for level in configuration.vqStrides.indices {
            let key = "\(layer.key).\(level)"
            let vectors = try checkpoint.tensor(
                "\(key).codebook.weight", [configuration.codebookSize, dim]
            ).values
            var padded = [Float](repeating: 0, count: configuration.codebookSize * codeFloats)
            for index in vectors.indices {
                padded[index / dim * codeFloats + index % dim] = vectors[index]
            }
            codebooks.append(padded)
            projections.append(try checkpoint.weight("\(key).out_proj", [latent, dim, 1]))
            let own = try checkpoint.tensor("\(key).out_proj.bias", [latent]).values
            for channel in 0..<latent { bias[channel] += own[channel] }
        }
        let width = codeFloats
        weights = Self.matrix(depth: featureDepth, columns: layer.columns, .exact) {
            input, output in
            let (level, place) = (input / width, input % width)
            guard level < projections.count, place < dim, output < latent else { return 0 }
            return projections[level].values[output * dim + place]
        }
    }

    /// The codebooks' vectors side by side, in whole slices.
    var featureDepth: Int {
        let slice = Int(SNAC_TILE_DEPTH)
        return (3 * codeFloats + slice - 1) / slice * slice
    }

    private mutating func readHead(
        _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint, _ precision: Precision
    ) throws(CheckpointError) {
        try readTaps(layer, "\(layer.key).0", checkpoint)
        try readPointwise(layer, "\(layer.key).1", hasBias: true, checkpoint, precision)
    }

    private mutating func readUnit(
        _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint, _ precision: Precision
    ) throws(CheckpointError) {
        snakeBefore = try Self.snake("\(layer.key).0", layer, checkpoint)
        try readTaps(layer, "\(layer.key).1", checkpoint)
        snakeAfter = try Self.snake("\(layer.key).2", layer, checkpoint)
        try readPointwise(layer, "\(layer.key).3", hasBias: true, checkpoint, precision)
    }

    /// Rows [u(i - 1), u(i)], see SNAC's TransposedConvolution.
    private mutating func readUpsampling(
        _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint, _ precision: Precision
    ) throws(CheckpointError) {
        snakeBefore = try Self.snake("\(layer.key).0", layer, checkpoint)
        let (stride, inputs, outputs) = (layer.stride, layer.inputs, layer.outputs)
        let (depth, channels) = (layer.depth, layer.columns / layer.stride)
        let weight = try checkpoint.weight("\(layer.key).1", [inputs, outputs, 2 * stride]).values
        let once = try checkpoint.tensor("\(layer.key).1.bias", [outputs]).values
        let padding = [Float](repeating: 0, count: channels - outputs)
        bias = (0..<stride).flatMap { _ in once + padding }
        weights = Self.matrix(depth: 2 * depth, columns: layer.columns, precision) {
            input, output in
            let (channel, phase) = (output % channels, output / channels)
            guard input % depth < inputs, channel < outputs else { return 0 }
            let tap = input < depth ? phase + stride : phase
            return weight[((input % depth) * outputs + channel) * 2 * stride + tap]
        }
    }

    private mutating func readTail(
        _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint
    ) throws(CheckpointError) {
        let key = layer.key
        snakeBefore = try Self.snake("\(key).6", layer, checkpoint)
        let weight = try checkpoint.weight("\(key).7", [1, layer.inputs, 7]).values
        weights = [UInt32](repeating: 0, count: 7 * layer.depth)
        for channel in 0..<layer.inputs {
            for tap in 0..<7 {
                weights[tap * layer.depth + channel] = weight[channel * 7 + tap].bitPattern
            }
        }
        bias = try checkpoint.tensor("\(key).7.bias", [1]).values
    }

    private mutating func readPointwise(
        _ layer: LayerPlan.Layer, _ key: String, hasBias: Bool, _ checkpoint: Checkpoint,
        _ precision: Precision
    ) throws(CheckpointError) {
        let (inputs, outputs) = (layer.inputs, layer.outputs)
        let weight = try checkpoint.weight(key, [outputs, inputs, 1]).values
        weights = Self.matrix(depth: layer.depth, columns: layer.columns, precision) {
            $0 < inputs && $1 < outputs ? weight[$1 * inputs + $0] : 0
        }
        guard hasBias else { return }
        bias = try checkpoint.tensor("\(key).bias", [outputs]).values
        bias += [Float](repeating: 0, count: layer.columns - outputs)
    }

    /// Seven rows of taps, the oldest first, and one of biases.
    private mutating func readTaps(
        _ layer: LayerPlan.Layer, _ key: String, _ checkpoint: Checkpoint
    ) throws(CheckpointError) {
        let weight = try checkpoint.weight(key, [layer.inputs, 1, 7]).values
        let bias = try checkpoint.tensor("\(key).bias", [layer.inputs]).values
        taps = [Float](repeating: 0, count: 8 * layer.depth)
        for channel in 0..<layer.inputs {
            for tap in 0..<7 { taps[tap * layer.depth + channel] = weight[channel * 7 + tap] }
            taps[7 * layer.depth + channel] = bias[channel]
        }
    }

    /// A row of turns and one of reciprocals; padding keeps zeros zero.
    private static func snake(
        _ key: String, _ layer: LayerPlan.Layer, _ checkpoint: Checkpoint
    ) throws(CheckpointError) -> [Float] {
        let padding = [Float](repeating: 1, count: layer.depth - layer.inputs)
        let alphas = try checkpoint.tensor("\(key).alpha", [1, layer.inputs, 1]).values + padding
        return alphas.map { Float(Double($0) / .pi) } + alphas.map { 1 / ($0 + 1e-9) }
    }

    /// The words of a matrix, row-major: floats, or the bfloat16 of two successive rows.
    private static func matrix(
        depth: Int, columns: Int, _ precision: Precision, _ value: (Int, Int) -> Float
    ) -> [UInt32] {
        switch precision {
        case .exact:
            (0..<depth * columns).map { value($0 / columns, $0 % columns).bitPattern }
        case .bf16:
            (0..<depth / 2 * columns).map { index in
                let (pair, column) = (index / columns, index % columns)
                return bfloat16(value(2 * pair, column)) | bfloat16(value(2 * pair + 1, column))
                    << 16
            }
        }
    }

    /// The nearest bfloat16, halves to even.
    private static func bfloat16(_ value: Float) -> UInt32 {
        let bits = value.bitPattern
        return (bits + 0x7FFF + (bits >> 16 & 1)) >> 16
    }
}
