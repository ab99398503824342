/// Float samples as bytes: 32-bit, little-endian, full scale 1.
public enum PCMFloat {
    /// The samples of bytes; what is left over at their end makes none.
    public static func samples(_ bytes: [UInt8]) -> [Float] {
        bytes.withUnsafeBytes { raw in
            (0..<raw.count / 4).map {
                Float(
                    bitPattern: UInt32(
                        littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
            }
        }
    }
}
