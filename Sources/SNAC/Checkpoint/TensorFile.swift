/// Named tensors in a file of either format: what the file says of them, and their values.
struct TensorFile {
    let entries: [String: TensorEntry]
    private let source: any ByteSource

    /// A `.bin` is PyTorch's, anything else safetensors: that is how the hub names them.
    /// - Throws: ``CheckpointError``, whose sentence continues the name of the file.
    init(name: String, _ source: any ByteSource) throws(CheckpointError) {
        let start = try source.bytes(0..<min(32, source.count))
        guard !start.starts(with: "version https://git-lfs".utf8) else {
            throw CheckpointError("is a pointer of Git LFS: fetch the file itself, git lfs pull")
        }
        entries =
            name.hasSuffix(".bin")
            ? try TorchFile.entries(of: source) : try Safetensors.entries(of: source)
        self.source = source
    }

    /// The values of an entry, read piece by piece: nothing but the result takes memory.
    /// - Throws: ``CheckpointError`` where the file has shrunk since it was opened.
    func values(_ entry: TensorEntry) throws(CheckpointError) -> [Float] {
        let (type, bytes) = (entry.type, entry.bytes)
        var values: [Float] = []
        values.reserveCapacity(bytes.count / type.width)
        // A multiple of every width.
        let piece = 1 << 18
        for start in stride(from: bytes.lowerBound, to: bytes.upperBound, by: piece) {
            let raw = try source.bytes(start..<min(start + piece, bytes.upperBound))
            raw.withUnsafeBytes { type.append($0, to: &values) }
        }
        return values
    }
}
