import Foundation

/// Reads the JSON of a safetensors header: an object of tensors, each an object of a type's name, a
/// shape and offsets, and `__metadata__`, an object of strings. Only that: a general JSON reader
/// would keep the last of two tensors of one name and take a multiple of the header's memory.
struct SafetensorsHeader {
    /// A tensor as the header has it, unchecked.
    struct Item {
        var name: String
        var type: String?
        var shape: [Int]?
        var offsets: [Int]?
    }

    private let json: [UInt8]
    private var position = 0

    init(_ json: [UInt8]) {
        self.json = json
    }

    mutating func items() throws(CheckpointError) -> [Item] {
        var items: [Item] = []
        guard json.first == UInt8(ascii: "{") else { throw malformed }
        try members { header, name throws(CheckpointError) in
            if name == "__metadata__" {
                try header.members { header, _ throws(CheckpointError) in _ = try header.string() }
            } else {
                items.append(try header.item(name))
            }
        }
        skipSpaces()
        guard position == json.count else { throw malformed }
        return items
    }

    private mutating func item(_ name: String) throws(CheckpointError) -> Item {
        var item = Item(name: name)
        try members { header, key throws(CheckpointError) in
            switch key {
            case "dtype" where item.type == nil: item.type = try header.string()
            case "shape" where item.shape == nil: item.shape = try header.integers(most: 8)
            case "data_offsets" where item.offsets == nil:
                item.offsets = try header.integers(most: 2)
            default: throw CheckpointError("has an unknown entry in the header of \(name.quoted)")
            }
        }
        return item
    }

    /// Reads an object: `body` reads the value of each key.
    private mutating func members(
        _ body: (inout SafetensorsHeader, String) throws(CheckpointError) -> Void
    ) throws(CheckpointError) {
        try expect("{")
        if skip("}") { return }
        repeat {
            let key = try string()
            try expect(":")
            try body(&self, key)
        } while skip(",")
        try expect("}")
    }

    private mutating func integers(most: Int) throws(CheckpointError) -> [Int] {
        var result: [Int] = []
        try expect("[")
        if skip("]") { return result }
        repeat {
            guard result.count < most else { throw malformed }
            result.append(try integer())
        } while skip(",")
        try expect("]")
        return result
    }

    private mutating func integer() throws(CheckpointError) -> Int {
        skipSpaces()
        let digits = json[position...].prefix {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }.prefix(20)
        guard let value = Int(String(decoding: digits, as: UTF8.self)) else { throw malformed }
        position += digits.count
        return value
    }

    private mutating func string() throws(CheckpointError) -> String {
        try expect("\"")
        let start = position
        var escaped = false
        while position < json.count, json[position] != UInt8(ascii: "\"") {
            if json[position] == UInt8(ascii: "\\") {
                escaped = true
                position += 1
            }
            position += 1
        }
        guard position < json.count else { throw malformed }
        position += 1
        let text =
            escaped
            ? try? JSONDecoder().decode(String.self, from: Data(json[start - 1..<position]))
            : String(validating: json[start..<position - 1], as: UTF8.self)
        guard let text else { throw malformed }
        return text
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(CheckpointError) {
        guard skip(character) else { throw malformed }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard position < json.count, json[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while position < json.count, [0x20, 0x09, 0x0A, 0x0D].contains(json[position]) {
            position += 1
        }
    }

    private var malformed: CheckpointError {
        CheckpointError("is no safetensors file: its header is no JSON object of tensors")
    }
}
