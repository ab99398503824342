/// The 44 bytes before the samples of a mono WAV file.
public enum WAVHeader {
    public static let byteCount = 44

    /// The header of a file of `sampleCount` samples.
    ///
    /// `nil` is for a stream whose length nobody knows yet: both lengths are then the largest there
    /// are, which players take as "until the end". The same is written where the length does not
    /// fit the format's 32 bits.
    public static func bytes(
        sampleRate: Int, format: WAVFormat, sampleCount: Int?
    ) -> [UInt8] {
        let width = format.bytesPerSample
        let data = sampleCount.flatMap { UInt32(exactly: $0 * width) } ?? .max
        let riff = data <= .max - 36 ? data + 36 : .max
        var bytes: [UInt8] = []
        bytes.append(contentsOf: "RIFF".utf8)
        bytes.append(littleEndian: riff)
        bytes.append(contentsOf: "WAVEfmt ".utf8)
        bytes.append(littleEndian: UInt32(16))
        bytes.append(littleEndian: format.tag)
        bytes.append(littleEndian: UInt16(1))
        bytes.append(littleEndian: UInt32(clamping: sampleRate))
        bytes.append(littleEndian: UInt32(clamping: sampleRate * width))
        bytes.append(littleEndian: UInt16(width))
        bytes.append(littleEndian: UInt16(8 * width))
        bytes.append(contentsOf: "data".utf8)
        bytes.append(littleEndian: data)
        return bytes
    }
}

extension [UInt8] {
    /// Appends a number's bytes, the lowest first.
    mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
