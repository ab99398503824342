/// The one way from float samples to 16-bit ones, so that every program writes the same bytes.
public enum PCM16 {
    /// Rounds `32767 x` to the nearest whole number, ties to even; what is beyond full scale is
    /// clipped to ±32767, and a value that is no number is silence.
    @inlinable
    public static func quantize(_ sample: Float) -> Int16 {
        guard !sample.isNaN else { return 0 }
        return Int16(max(-32767, min(32767, (sample * 32767).rounded(.toNearestOrEven))))
    }

    /// 16-bit samples of float ones, full scale ±1.
    public static func quantize(_ samples: some Sequence<Float>) -> [Int16] {
        samples.map { quantize($0) }
    }

    /// The little-endian bytes of 16-bit samples of float ones.
    public static func bytes(_ samples: some Collection<Float>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * samples.count)
        for sample in samples {
            let word = UInt16(bitPattern: quantize(sample))
            bytes.append(UInt8(truncatingIfNeeded: word))
            bytes.append(UInt8(truncatingIfNeeded: word >> 8))
        }
        return bytes
    }
}
