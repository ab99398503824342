import CSNACCUDA
import SNAC

/// The decoder as launches, one after another: which kernel, of what size, on which buffer. No
/// memory yet; ``DeviceModel`` fills in the addresses.
struct LayerPlan {
    enum Kind: String {
        case features, head, upsampling, noise, unit, tail
    }

    struct Layer {
        var kind: Kind
        /// What the checkpoint calls it.
        var key: String
        /// Channels of a row of input, and of output (an upsampling's rows are `stride` of those),
        /// without padding.
        var inputs: Int
        var outputs: Int
        /// Rows of input a latent step, and by how many of them they are late.
        var rate: Int
        var delay: Int
        var stride = 1
        var dilation = 1
        /// The block whose noise it is.
        var block = 0
        /// Rows of input that it remembers, and where among a stream's floats.
        var held = 0
        var history = 0

        var depth: Int { padded(inputs) }
        var columns: Int { kind == .tail ? 1 : padded(outputs) * stride }
        /// Floats that a latent step takes of its output.
        var outputFloats: Int { columns * rate }
    }

    /// All kernels there are.
    static let kernels: [String] =
        ["features_exact_64", "features_exact_128", "tail", "peak_exact", "peak_bf16", "copy"]
        + ["head", "upsampling", "noise", "unit"].flatMap { name in
            Precision.allCases.flatMap { ["\(name)_\($0)_64", "\(name)_\($0)_128"] }
        }

    private(set) var layers: [Layer] = []
    /// Floats that a stream's layers remember.
    private(set) var floatsPerStream = 0

    init(_ configuration: SNACConfiguration) {
        var rate = 1
        var delay = 0
        func add(_ layer: Layer, to plan: inout LayerPlan) {
            var layer = layer
            layer.history = plan.floatsPerStream
            plan.floatsPerStream += layer.held * layer.depth
            plan.layers.append(layer)
        }
        add(
            Layer(
                kind: .features, key: "quantizer.quantizers", inputs: configuration.codebookDim,
                outputs: configuration.latentDim, rate: 1, delay: 0), to: &self)
        add(
            Layer(
                kind: .head, key: "decoder.model", inputs: configuration.latentDim,
                outputs: configuration.decoderDim, rate: 1, delay: 0, held: 6), to: &self)
        delay = 3
        for (block, stride) in configuration.decoderRates.enumerated() {
            let key = "decoder.model.\(block + 2).block"
            let (wide, narrow) = (
                configuration.decoderDim >> block, configuration.decoderDim >> (block + 1)
            )
            add(
                Layer(
                    kind: .upsampling, key: key, inputs: wide, outputs: narrow, rate: rate,
                    delay: delay, stride: stride, held: 1), to: &self)
            rate *= stride
            delay = delay * stride + stride / 2
            if configuration.noise {
                add(
                    Layer(
                        kind: .noise, key: "\(key).2.linear", inputs: narrow, outputs: narrow,
                        rate: rate, delay: delay, block: block), to: &self)
            }
            for (index, dilation) in [1, 3, 9].enumerated() {
                add(
                    Layer(
                        kind: .unit, key: "\(key).\(index + (configuration.noise ? 3 : 2)).block",
                        inputs: narrow, outputs: narrow, rate: rate, delay: delay,
                        dilation: dilation, held: 6 * dilation), to: &self)
                delay += 3 * dilation
            }
        }
        add(
            Layer(
                kind: .tail, key: "decoder.model", inputs: configuration.decoderDim >> 4,
                outputs: 1,
                rate: rate, delay: delay, held: 6), to: &self)
        precondition(delay + 3 == Vocoder.delay, "the layers are as late as the vocoder")
    }

    /// Floats that a latent step takes in the largest layer's output.
    var mostFloats: Int { layers.map(\.outputFloats).max() ?? 0 }

    /// Bytes that a latent step's activations take on their way through the layers, each read and
    /// written once.
    var bytesPerStep: Int {
        let floats = layers.map { layer in
            (layer.kind == .features ? 0 : layer.depth * layer.rate) + layer.outputFloats
        }
        return floats.reduce(0, +) * MemoryLayout<Float>.stride
    }

    /// Channels filled up to whole tiles, with zeros that stay zeros.
    static func padded(_ channels: Int) -> Int { (channels + 63) / 64 * 64 }
}

private func padded(_ channels: Int) -> Int { LayerPlan.padded(channels) }

extension LayerPlan.Layer {
    /// Columns of a block: 128 where they divide the columns.
    private var tile: Int { columns % 128 == 0 ? 128 : 64 }

    func kernel(_ precision: Precision) -> String {
        kind == .tail ? "tail" : "\(kind)_\(own(precision))_\(tile)"
    }

    /// Latents are never rounded, as on processors.
    private func own(_ precision: Precision) -> Precision { kind == .features ? .exact : precision }

    /// The kernel's launch for batches of up to `steps` latent steps.
    func launch(_ layer: snac_layer, steps: Int, precision: Precision) -> KernelLaunch {
        let rows = Int(SNAC_TILE_ROWS)
        return KernelLaunch(
            kernel: kernel(precision), rows: (steps * rate + rows - 1) / rows,
            columns: kind == .tail ? 1 : columns / tile,
            sharedMemory: sharedMemory(precision), layer: layer)
    }

    /// Rows that a tile stages: its own, and for each of its streams those that the layer
    /// remembers.
    private var slots: Int {
        let rows = Int(SNAC_TILE_ROWS)
        guard held > 1 else { return rows }
        let streams = max(1, rows / (Int(SNAC_LEAST_STEPS) * rate))
        return rows + streams * held
    }

    /// Bytes of shared memory, as product.h and tail.h divide it.
    func sharedMemory(_ precision: Precision) -> Int {
        let (rows, depth) = (Int(SNAC_TILE_ROWS), Int(SNAC_TILE_DEPTH))
        let stage = slots * depth
        guard kind != .tail else {
            return Int(SNAC_ROWS_BYTES) + 4 * (rows * Int(SNAC_PARTIAL_STRIDE) + stage)
        }
        let words = own(precision).words
        let operands = rows * (words + Int(SNAC_OPERAND_PADDING))
        let weights = 2 * words * (tile + Int(SNAC_WEIGHT_PADDING))
        return Int(SNAC_ROWS_BYTES) + 4 * (operands + weights + stage)
    }
}
