/// How a tensor's values are stored.
enum TensorType: String {
    case float32 = "F32"
    case float16 = "F16"
    case bfloat16 = "BF16"

    /// Bytes of a value.
    var width: Int { self == .float32 ? 4 : 2 }

    /// The values of little-endian bytes; a whole number of them.
    func floats(_ bytes: UnsafeRawBufferPointer) -> [Float] {
        let count = bytes.count / width
        return [Float](unsafeUninitializedCapacity: count) { buffer, filled in
            for index in 0..<count {
                buffer[index] = value(bytes, at: index)
            }
            filled = count
        }
    }

    private func value(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Float {
        switch self {
        case .float32:
            Float(
                bitPattern: UInt32(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
        case .float16: Self.fromHalf(word(bytes, index))
        case .bfloat16: Float(bitPattern: UInt32(word(bytes, index)) << 16)
        }
    }

    private func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt16 {
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
    }

    /// A half-precision value; written out because `Float16` is not on every platform.
    private static func fromHalf(_ half: UInt16) -> Float {
        let sign = UInt32(half & 0x8000) << 16
        let exponent = UInt32(half >> 10) & 0x1F
        let fraction = UInt32(half & 0x3FF)
        switch exponent {
        case 0:
            let magnitude = Float(fraction) * 0x1p-24
            return sign == 0 ? magnitude : -magnitude
        case 31: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
        default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
        }
    }
}
