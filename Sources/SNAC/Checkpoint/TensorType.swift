/// How a tensor's values are stored, by the names of safetensors.
package enum TensorType: String, Sendable {
    case float64 = "F64"
    case float32 = "F32"
    case float16 = "F16"
    case bfloat16 = "BF16"

    /// Bytes of a value.
    var width: Int {
        switch self {
        case .float64: 8
        case .float32: 4
        case .float16, .bfloat16: 2
        }
    }

    /// Appends the values of little-endian bytes; a whole number of them.
    func append(_ bytes: UnsafeRawBufferPointer, to values: inout [Float]) {
        func each<Word: FixedWidthInteger>(_: Word.Type, _ value: (Word) -> Float) {
            for offset in stride(from: 0, to: bytes.count, by: MemoryLayout<Word>.size) {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
                values.append(value(Word(littleEndian: word)))
            }
        }
        switch self {
        case .float64: each(UInt64.self) { Float(Double(bitPattern: $0)) }
        case .float32: each(UInt32.self) { Float(bitPattern: $0) }
        case .float16: each(UInt16.self, Self.fromHalf)
        case .bfloat16: each(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
        }
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
