import Foundation

extension SNACConfiguration {
    /// Bytes; the public configuration has 400.
    private static let sizeLimit = 1 << 16

    /// Reads and checks the `config.json` of a model folder.
    /// - Throws: ``CheckpointError``.
    public init(folder: URL) throws(CheckpointError) {
        let file = folder.appendingPathComponent("config.json")
        let source = try FileSource(file)
        let json: Data
        do {
            json = try source.all(limit: Self.sizeLimit)
        } catch {
            throw CheckpointError("\(file.path) \(error.description)")
        }
        try self.init(json: json)
    }

    /// Reads and checks a `config.json`.
    /// - Throws: ``CheckpointError`` where it is no such file, or of a variant that Lyre lacks.
    public init(json: Data) throws(CheckpointError) {
        do {
            self = try JSONDecoder().decode(SNACConfiguration.self, from: json)
        } catch DecodingError.keyNotFound(let key, _) {
            throw CheckpointError("config.json has no \(key.stringValue)")
        } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
            throw CheckpointError("config.json has a wrong value for \(context.path)")
        } catch DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty {
            throw CheckpointError("config.json has no value for \(context.path)")
        } catch DecodingError.typeMismatch {
            throw CheckpointError("config.json holds no object")
        } catch {
            // JSON with a fraction where an integer belongs fails like no JSON at all.
            let isJSON = (try? JSONSerialization.jsonObject(with: json)) != nil
            throw CheckpointError(
                isJSON
                    ? "config.json has a number that is no integer"
                    : "config.json is not valid JSON")
        }
        try validate()
    }

    /// - Throws: ``CheckpointError`` that names what Lyre does not support.
    package func validate() throws(CheckpointError) {
        if let window = attentionWindow {
            throw CheckpointError(
                "config.json has attn_window_size \(window) at sampling_rate \(samplingRate): "
                    + "this is a SNAC with attention, as the 32 kHz and 44 kHz variants are; "
                    + "supported is the 24 kHz variant, which has none")
        }
        try require(samplingRate == 24_000, "sampling_rate \(samplingRate)", "24000")
        try require(encoderRates == [2, 4, 8, 8], "encoder_rates \(encoderRates)", "[2, 4, 8, 8]")
        try require(decoderRates == [8, 8, 4, 2], "decoder_rates \(decoderRates)", "[8, 8, 4, 2]")
        try require(vqStrides == [4, 2, 1], "vq_strides \(vqStrides)", "[4, 2, 1]")
        try require(depthwise, "depthwise false", "true")
        try require((1...512).contains(encoderDim), "encoder_dim \(encoderDim)", "1 to 512")
        try require(
            (16...8192).contains(decoderDim) && decoderDim % 16 == 0, "decoder_dim \(decoderDim)",
            "a multiple of 16 up to 8192")
        try require(
            latentDim == encoderDim * 16, "latent_dim \(latentDim)",
            "16 times encoder_dim, \(encoderDim * 16)")
        try require(
            (2...65_536).contains(codebookSize), "codebook_size \(codebookSize)", "2 to 65536")
        try require((1...64).contains(codebookDim), "codebook_dim \(codebookDim)", "1 to 64")
    }

    private func require(
        _ condition: Bool, _ found: String, _ supported: String
    ) throws(CheckpointError) {
        guard condition else {
            throw CheckpointError("config.json has \(found.quoted); supported is \(supported)")
        }
    }
}

extension DecodingError.Context {
    fileprivate var path: String {
        codingPath.map(\.stringValue).joined(separator: ".")
    }
}
