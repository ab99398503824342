import LyreRPC

/// protobuf's encoding of fields: https://protobuf.dev/programming-guides/encoding/.
enum WireType: UInt64 {
    case varint = 0
    case fixed64 = 1
    case bytes = 2
    case fixed32 = 5
}

/// Appends fields to a message.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func tag(_ number: UInt32, _ type: WireType) {
        varint(UInt64(number) << 3 | type.rawValue)
    }

    mutating func fixed<Value: FixedWidthInteger>(_ value: Value) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ more: [UInt8]) { bytes += more }
}

/// Takes fields off a message.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func varint() throws(RPCError) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 70, by: 7) {
            guard let byte = rest.popFirst() else { throw .cutShort }
            value |= UInt64(byte & 0x7f) << UInt64(shift)
            if byte < 0x80 { return value }
        }
        throw .cutShort
    }

    mutating func fixed<Value: FixedWidthInteger>(_: Value.Type) throws(RPCError) -> Value {
        let bytes = try take(Value.bitWidth / 8)
        return bytes.reversed().reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    mutating func bytes() throws(RPCError) -> ArraySlice<UInt8> {
        let count = try varint()
        guard count <= UInt64(rest.count) else { throw .cutShort }
        return try take(Int(count))
    }

    private mutating func take(_ count: Int) throws(RPCError) -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw .cutShort }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}

extension RPCError {
    fileprivate static let cutShort = RPCError(
        .invalidArgument, "the bytes end within a field", reason: "malformed")
}
