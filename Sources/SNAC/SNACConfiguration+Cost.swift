extension SNACConfiguration {
    /// Multiplications with their additions in the vocoder's matrix products and convolutions, a
    /// second of audio: 4.84 thousand million in the public configuration. Activations, noise
    /// draws and the look-up of codes are not counted.
    public var decoderMultiplyAdds: Double {
        var rate = Double(samplingRate) / Double(SNACFrame.samplesPerStep)
        var sum = rate * Double(latentDim * (7 + decoderDim))
        var channels = decoderDim
        for stride in decoderRates {
            // Each row of output is made of two rows of input.
            sum += rate * Double(2 * channels * (channels / 2) * stride)
            rate *= Double(stride)
            channels /= 2
            if noise { sum += rate * Double(channels * channels) }
            sum += rate * Double(Self.units * channels * (7 + channels))
        }
        return sum + rate * Double(7 * channels)
    }

    /// The same for the encoder: 2.40 thousand million in the public configuration.
    public var encoderMultiplyAdds: Double {
        var rate = Double(samplingRate)
        var channels = encoderDim
        var sum = rate * Double(7 * channels)
        for stride in encoderRates {
            sum += rate * Double(Self.units * channels * (7 + channels))
            rate /= Double(stride)
            sum += rate * Double(2 * stride * channels * 2 * channels)
            channels *= 2
        }
        sum += rate * Double(7 * channels)
        for stride in vqStrides {
            let codes = rate / Double(stride)
            sum += codes * Double(codebookDim * (2 * latentDim + codebookSize))
        }
        return sum
    }

    /// Residual units of a block.
    private static let units = 3
}
