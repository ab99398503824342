import CSNACCUDA

/// What products multiply.
public enum Precision: String, CaseIterable, Sendable {
    /// Each float as the sum of two TF32: within 1e-4 of the processors' samples.
    case exact
    /// Operands rounded to bfloat16: about 47 dB from the exact samples, and faster.
    case bf16

    /// Words of a row's slice of channels, see tensor_core.h.
    var words: Int { self == .exact ? Int(SNAC_TILE_DEPTH) : Int(SNAC_TILE_DEPTH) / 2 }
}
