/// How a sample is stored in a WAV file that Lyre writes.
public enum WAVFormat: Sendable, Hashable, CaseIterable {
    /// 16-bit PCM, quantised by ``PCM16``.
    case pcm16
    /// 32-bit IEEE floats, untouched.
    case float32

    var bytesPerSample: Int { self == .pcm16 ? 2 : 4 }

    /// WAVE_FORMAT_PCM or WAVE_FORMAT_IEEE_FLOAT.
    var tag: UInt16 { self == .pcm16 ? 1 : 3 }

    /// The little-endian bytes of samples.
    public func bytes(_ samples: some Collection<Float>) -> [UInt8] {
        if self == .pcm16 { return PCM16.bytes(samples) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * samples.count)
        for sample in samples { bytes.append(littleEndian: sample.bitPattern) }
        return bytes
    }

    /// The same, of samples that somebody else keeps.
    public func bytes(_ samples: UnsafeBufferPointer<Float>) -> [UInt8] {
        // Same words in another order: of one known type it needs no calls for each sample.
        [UInt8](unsafeUninitializedCapacity: samples.count * bytesPerSample) { bytes, count in
            let raw = UnsafeMutableRawBufferPointer(bytes)
            for (index, sample) in samples.enumerated() {
                switch self {
                case .pcm16:
                    raw.storeBytes(
                        of: PCM16.quantize(sample).littleEndian, toByteOffset: 2 * index,
                        as: Int16.self)
                case .float32:
                    raw.storeBytes(
                        of: sample.bitPattern.littleEndian, toByteOffset: 4 * index,
                        as: UInt32.self)
                }
            }
            count = samples.count * bytesPerSample
        }
    }
}
