import Foundation

/// The shape of a SNAC network, as the `config.json` of a model folder has it.
///
/// Lyre runs the 24 kHz architecture at any width. The strides are fixed, since a frame of seven
/// codes and 2048 samples follows from them; other variants are refused by name.
public struct SNACConfiguration: Codable, Hashable, Sendable {
    public var samplingRate: Int
    /// Channels of the encoder's first layer; every block doubles them.
    public var encoderDim: Int
    public var encoderRates: [Int]
    /// Channels of a latent step.
    public var latentDim: Int
    /// Channels of the decoder's first layer; every block halves them.
    public var decoderDim: Int
    public var decoderRates: [Int]
    public var attentionWindow: Int?
    public var codebookSize: Int
    public var codebookDim: Int
    /// Latent steps a code of each codebook lasts, coarse to fine.
    public var vqStrides: [Int]
    public var noise: Bool
    public var depthwise: Bool

    /// The public 24 kHz model, `hubertsiuzdak/snac_24khz`.
    public static let public24kHz = SNACConfiguration(
        samplingRate: 24_000, encoderDim: 48, encoderRates: [2, 4, 8, 8], latentDim: 768,
        decoderDim: 1024, decoderRates: [8, 8, 4, 2], attentionWindow: nil, codebookSize: 4096,
        codebookDim: 8, vqStrides: [4, 2, 1], noise: true, depthwise: true)

    enum CodingKeys: String, CodingKey {
        case samplingRate = "sampling_rate"
        case encoderDim = "encoder_dim"
        case encoderRates = "encoder_rates"
        case latentDim = "latent_dim"
        case decoderDim = "decoder_dim"
        case decoderRates = "decoder_rates"
        case attentionWindow = "attn_window_size"
        case codebookSize = "codebook_size"
        case codebookDim = "codebook_dim"
        case vqStrides = "vq_strides"
        case noise
        case depthwise
    }

    public init(
        samplingRate: Int, encoderDim: Int, encoderRates: [Int], latentDim: Int, decoderDim: Int,
        decoderRates: [Int], attentionWindow: Int?, codebookSize: Int, codebookDim: Int,
        vqStrides: [Int], noise: Bool, depthwise: Bool
    ) {
        self.samplingRate = samplingRate
        self.encoderDim = encoderDim
        self.encoderRates = encoderRates
        self.latentDim = latentDim
        self.decoderDim = decoderDim
        self.decoderRates = decoderRates
        self.attentionWindow = attentionWindow
        self.codebookSize = codebookSize
        self.codebookDim = codebookDim
        self.vqStrides = vqStrides
        self.noise = noise
        self.depthwise = depthwise
    }

    /// `latent_dim` may be missing: it is then what the encoder ends with.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        samplingRate = try values.decode(Int.self, forKey: .samplingRate)
        encoderDim = try values.decode(Int.self, forKey: .encoderDim)
        encoderRates = try values.decode([Int].self, forKey: .encoderRates)
        decoderDim = try values.decode(Int.self, forKey: .decoderDim)
        decoderRates = try values.decode([Int].self, forKey: .decoderRates)
        attentionWindow = try values.decodeIfPresent(Int.self, forKey: .attentionWindow)
        codebookSize = try values.decode(Int.self, forKey: .codebookSize)
        codebookDim = try values.decode(Int.self, forKey: .codebookDim)
        vqStrides = try values.decode([Int].self, forKey: .vqStrides)
        noise = try values.decodeIfPresent(Bool.self, forKey: .noise) ?? true
        depthwise = try values.decodeIfPresent(Bool.self, forKey: .depthwise) ?? true
        latentDim =
            try values.decodeIfPresent(Int.self, forKey: .latentDim)
            ?? encoderDim.multipliedReportingOverflow(by: 16).partialValue
    }
}
