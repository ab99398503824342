import Foundation

/// A file of named tensors: eight bytes of header length, a JSON header, the tensors' bytes.
///
/// Nothing in the file is believed: header length, offsets, overlaps, types and shapes are checked
/// against the bytes that are there before memory is taken for any of it.
/// Format: https://github.com/huggingface/safetensors
struct Safetensors {
    /// A tensor as the header describes it; its bytes lie inside the file.
    struct Entry {
        var type: TensorType
        var shape: [Int]
        var bytes: Range<Int>
    }

    let entries: [String: Entry]
    private let data: Data

    /// - Throws: ``CheckpointError``, whose sentence continues the name of the file.
    init(_ data: Data) throws(CheckpointError) {
        entries = try Self.header(of: data)
        self.data = data
    }

    /// The values of an entry.
    func values(_ entry: Entry) -> [Float] {
        data.withUnsafeBytes { raw in
            entry.type.floats(UnsafeRawBufferPointer(rebasing: raw[entry.bytes]))
        }
    }
}
