import CSNACKernels

/// Where the decoder's noise comes from.
///
/// The generator is counter-based: the value of a time step depends on the seed, the block and the
/// absolute step alone, so it is the same however a stream is cut, restarted or moved.
public enum NoiseSource: Hashable, Sendable {
    /// No noise: every draw is zero.
    case off
    /// Philox4x32-10 keyed by this seed.
    case seed(UInt64)

    package var seed: UInt64? {
        guard case .seed(let seed) = self else { return nil }
        return seed
    }

    /// Standard normal draws of steps `first ..< first + count` of a decoder block (0...3).
    public func draws(block: Int, first: Int, count: Int) -> [Float] {
        guard case .seed(let seed) = self, count > 0 else {
            return [Float](repeating: 0, count: max(0, count))
        }
        return [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let base = buffer.baseAddress else { return }
            snac_noise(seed, UInt32(block), Int64(first), count, base)
            filled = count
        }
    }
}
