/// What a checkpoint of a configuration holds, by the reference implementation's names.
extension SNACConfiguration {
    /// A tensor, or a layer's weight, and its shape.
    package typealias Named = (key: String, shape: [Int])

    /// Weights of layers, which weight norm splits in two tensors.
    package var weights: [Named] { convolutions.map { ($0.key, $0.shape) } }

    /// All tensors but weights of layers: biases, Snake's parameters and the codebooks.
    package var tensors: [Named] {
        convolutions.filter { $0.bias > 0 }.map { ("\($0.key).bias", [$0.bias]) }
            + snakes.map { ("\($0.key).alpha", [1, $0.channels, 1]) }
            + vqStrides.indices.map {
                ("quantizer.quantizers.\($0).codebook.weight", [codebookSize, codebookDim])
            }
    }

    /// A convolution; `bias` is 0 where it has none.
    private typealias Convolution = (key: String, shape: [Int], bias: Int)
    private typealias SnakeLayer = (key: String, channels: Int)

    /// The prefix and channels of each residual unit.
    private var units: [SnakeLayer] {
        decoderRates.indices.flatMap { block in
            (noise ? 3..<6 : 2..<5).map {
                ("decoder.model.\(block + 2).block.\($0)", decoderDim >> (block + 1))
            }
        }
            + encoderRates.indices.flatMap { block in
                (0..<3).map { ("encoder.block.\(block + 1).block.\($0)", encoderDim << block) }
            }
    }

    private var snakes: [SnakeLayer] {
        units.flatMap { [("\($0.key).block.0", $0.channels), ("\($0.key).block.2", $0.channels)] }
            + decoderRates.indices.map { ("decoder.model.\($0 + 2).block.0", decoderDim >> $0) }
            + encoderRates.indices.map { ("encoder.block.\($0 + 1).block.3", encoderDim << $0) }
            + [("decoder.model.6", decoderDim >> 4)]
    }

    private var convolutions: [Convolution] {
        var all: [Convolution] = units.flatMap { unit -> [Convolution] in
            let channels = unit.channels
            return [
                ("\(unit.key).block.1", [channels, 1, 7], channels),
                ("\(unit.key).block.3", [channels, channels, 1], channels),
            ]
        }
        all += [
            ("decoder.model.0", [latentDim, 1, 7], latentDim),
            ("decoder.model.1", [decoderDim, latentDim, 1], decoderDim),
            ("decoder.model.7", [1, decoderDim >> 4, 7], 1),
            ("encoder.block.0", [encoderDim, 1, 7], encoderDim),
            ("encoder.block.5", [latentDim, 1, 7], latentDim),
        ]
        for (index, rate) in decoderRates.enumerated() {
            let (key, wide) = ("decoder.model.\(index + 2).block", decoderDim >> index)
            let narrow = wide / 2
            all.append(("\(key).1", [wide, narrow, 2 * rate], narrow))
            if noise { all.append(("\(key).2.linear", [narrow, narrow, 1], 0)) }
        }
        for (index, rate) in encoderRates.enumerated() {
            let (key, narrow) = ("encoder.block.\(index + 1).block.4", encoderDim << index)
            all.append((key, [2 * narrow, narrow, 2 * rate], 2 * narrow))
        }
        for index in vqStrides.indices {
            let key = "quantizer.quantizers.\(index)"
            all.append(("\(key).in_proj", [codebookDim, latentDim, 1], codebookDim))
            all.append(("\(key).out_proj", [latentDim, codebookDim, 1], latentDim))
        }
        return all
    }
}
