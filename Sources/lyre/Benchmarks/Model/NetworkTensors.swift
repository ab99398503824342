import SNAC

/// The tensors of a SNAC network as a checkpoint names them, weight norm apart, and what values
/// torch gives them before training.
struct NetworkTensors {
    enum Content {
        /// Normally distributed numbers.
        case normal
        /// Numbers between plus and minus this.
        case uniform(Float)
        case constant(Float)
    }

    struct Entry {
        let name: String
        let shape: [Int]
        let content: Content
        var count: Int { shape.reduce(1, *) }
    }

    private(set) var entries: [Entry] = []

    init(_ configuration: SNACConfiguration) {
        encoder(configuration)
        quantizer(configuration)
        decoder(configuration)
    }

    private mutating func encoder(_ configuration: SNACConfiguration) {
        var channels = configuration.encoderDim
        convolution("encoder.block.0", [channels, 1, 7])
        for (index, stride) in configuration.encoderRates.enumerated() {
            let key = "encoder.block.\(index + 1).block"
            for unit in 0..<3 { residual("\(key).\(unit)", channels) }
            alpha("\(key).3", channels)
            convolution("\(key).4", [2 * channels, channels, 2 * stride])
            channels *= 2
        }
        convolution(
            "encoder.block.\(configuration.encoderRates.count + 1)", [channels, 1, 7])
    }

    private mutating func quantizer(_ configuration: SNACConfiguration) {
        let (latent, dim) = (configuration.latentDim, configuration.codebookDim)
        for level in configuration.vqStrides.indices {
            let key = "quantizer.quantizers.\(level)"
            convolution("\(key).in_proj", [dim, latent, 1])
            convolution("\(key).out_proj", [latent, dim, 1])
            add("\(key).codebook.weight", [configuration.codebookSize, dim], .normal)
        }
    }

    private mutating func decoder(_ configuration: SNACConfiguration) {
        var channels = configuration.decoderDim
        convolution("decoder.model.0", [configuration.latentDim, 1, 7])
        convolution("decoder.model.1", [channels, configuration.latentDim, 1])
        for (index, stride) in configuration.decoderRates.enumerated() {
            let key = "decoder.model.\(index + 2).block"
            alpha("\(key).0", channels)
            convolution("\(key).1", [channels, channels / 2, 2 * stride], bias: channels / 2)
            channels /= 2
            if configuration.noise {
                convolution("\(key).2.linear", [channels, channels, 1], bias: 0)
            }
            let first = configuration.noise ? 3 : 2
            for unit in first..<first + 3 { residual("\(key).\(unit)", channels) }
        }
        let last = configuration.decoderRates.count + 2
        alpha("decoder.model.\(last)", channels)
        convolution("decoder.model.\(last + 1)", [1, channels, 7])
    }

    private mutating func residual(_ key: String, _ channels: Int) {
        alpha("\(key).block.0", channels)
        convolution("\(key).block.1", [channels, 1, 7])
        alpha("\(key).block.2", channels)
        convolution("\(key).block.3", [channels, channels, 1])
    }

    private mutating func alpha(_ key: String, _ channels: Int) {
        add("\(key).alpha", [1, channels, 1], .constant(1))
    }

    /// A weight as magnitude and direction, and a bias where there is one.
    ///
    /// torch draws a weight evenly from plus to minus 1 / sqrt(n), n numbers a row: rows are
    /// sqrt(1/3) long, however wide they are. That keeps activations in range from layer to layer.
    private mutating func convolution(_ key: String, _ shape: [Int], bias: Int? = nil) {
        let row = shape.dropFirst().reduce(1, *)
        let norm = "\(key).parametrizations.weight"
        let biases = bias ?? shape[0]
        if biases > 0 { add("\(key).bias", [biases], .uniform(1 / Float(row).squareRoot())) }
        add("\(norm).original0", [shape[0], 1, 1], .constant((1 / 3 as Float).squareRoot()))
        add("\(norm).original1", shape, .normal)
    }

    private mutating func add(_ name: String, _ shape: [Int], _ content: Content) {
        entries.append(Entry(name: name, shape: shape, content: content))
    }
}
