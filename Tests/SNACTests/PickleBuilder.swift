/// Pieces of pickles, right and wrong ones.
enum PickleBuilder {
    typealias Code = [UInt8]

    /// A whole pickle at protocol 2.
    static func program(_ body: Code) -> Code { [0x80, 2] + body + [0x2E] }

    static func global(_ module: String, _ name: String) -> Code {
        [0x63] + Code("\(module)\n\(name)\n".utf8)
    }

    static func text(_ text: String) -> Code {
        [0x58] + little(UInt32(text.utf8.count)) + Code(text.utf8)
    }

    /// An integer as Python writes it.
    static func integer(_ value: Int) -> Code {
        switch value {
        case 0...255: [0x4B, UInt8(value)]
        case 256...65_535: [0x4D] + little(UInt16(value))
        case Int(Int32.min)...Int(Int32.max): [0x4A] + little(Int32(value))
        default: [0x8A, 8] + little(value)
        }
    }

    static func tuple(_ parts: [Code]) -> Code { [0x28] + parts.flatMap { $0 } + [0x74] }

    /// Calls the function with the arguments.
    static func call(_ function: Code, _ arguments: [Code]) -> Code {
        function + tuple(arguments) + [0x52]
    }

    static let orderedDictionary = global("collections", "OrderedDict") + [0x29, 0x52]

    static func dictionary(_ items: [(String, Code)]) -> Code {
        [0x7D, 0x28] + items.flatMap { text($0.0) + $0.1 } + [0x75]
    }

    static func storage(_ key: String, _ type: String = "FloatStorage", count: Int) -> Code {
        tuple([text("storage"), global("torch", type), text(key), text("cpu"), integer(count)])
            + [0x51]
    }

    static func tensor(
        _ storage: Code, offset: Int = 0, shape: [Int], strides: [Int]? = nil
    ) -> Code {
        var dense = [Int](repeating: 1, count: shape.count)
        for index in shape.indices.dropLast().reversed() {
            dense[index] = dense[index + 1] &* shape[index + 1]
        }
        return call(
            global("torch._utils", "_rebuild_tensor_v2"),
            [
                storage, integer(offset), tuple(shape.map(integer)),
                tuple((strides ?? dense).map(integer)), [0x89], orderedDictionary,
            ])
    }

    static func little<Value: FixedWidthInteger>(_ value: Value) -> Code {
        withUnsafeBytes(of: value.littleEndian) { Code($0) }
    }
}
