/// The format of `torch.save`: a zip archive of a pickle, which describes tensors as views of
/// storages, and an entry of raw values for each storage.
enum TorchFile {
    /// The tensors of a file; ranges count from its start.
    /// - Throws: ``CheckpointError``, whose sentence continues the name of the file.
    static func entries(
        of source: any ByteSource
    ) throws(CheckpointError) -> [String: TensorEntry] {
        try requireArchive(source)
        let archive = try ZipArchive(source)
        let suffix = "/data.pkl"
        let pickles = archive.entries.keys.filter { $0.hasSuffix(suffix) }
        guard pickles.count == 1, let name = pickles.first, let place = archive.entries[name] else {
            throw CheckpointError("is a zip archive without one data.pkl: torch.save wrote it not")
        }
        let root = String(name.dropLast(suffix.count))
        if let order = archive.entries["\(root)/byteorder"] {
            guard order.count <= 16, try source.bytes(order).elementsEqual("little".utf8) else {
                throw CheckpointError(
                    "was written on a machine of another byte order; little-endian files are read")
            }
        }
        guard place.count <= PickleReader.sizeLimit else {
            throw CheckpointError("has a pickle of \(place.count) bytes, more than a model needs")
        }
        var entries: [String: TensorEntry] = [:]
        for (name, tensor) in try PickleReader.tensors(try source.bytes(place)) {
            let storage = archive.entries["\(root)/data/\(tensor.storage.key)"]
            entries[name] = try entry(name, tensor, storage)
        }
        return entries
    }

    /// Refuses what `torch.save` wrote before it wrote archives, and what it never wrote.
    private static func requireArchive(_ source: any ByteSource) throws(CheckpointError) {
        let start = try source.bytes(0..<min(4, source.count))
        guard !start.starts(with: [0x80, 0x02]) else {
            throw CheckpointError(
                "has the format that PyTorch wrote before 1.6: in Python, torch.save("
                    + "torch.load(path, weights_only=True), path) writes it anew")
        }
        guard start == [0x50, 0x4B, 3, 4] else {
            throw CheckpointError("is no file that torch.save wrote")
        }
    }

    /// A view is held against its storage, and the storage against the bytes that are there.
    private static func entry(
        _ name: String, _ tensor: PickledTensor, _ storage: Range<Int>?
    ) throws(CheckpointError) -> TensorEntry {
        let key = tensor.storage.key.quoted
        guard let storage else {
            throw CheckpointError("has no data/\(key), where \(name.quoted) should be")
        }
        let type = tensor.storage.type
        let held = try TensorEntry.size([tensor.storage.count], type, of: name)
        guard held == storage.count else {
            throw CheckpointError(
                "has \(storage.count) bytes in data/\(key), where \(name.quoted) claims \(held)")
        }
        let dimensions = tensor.shape.count
        guard dimensions <= 8, dimensions == tensor.strides.count else {
            throw CheckpointError(
                "claims \(dimensions) dimensions and \(tensor.strides.count) strides for "
                    + name.quoted)
        }
        let size = try TensorEntry.size(tensor.shape, type, of: name)
        guard tensor.offset >= 0, tensor.offset <= tensor.storage.count,
            size <= held - tensor.offset * type.width
        else {
            throw CheckpointError(
                "gives \(name.quoted) a part of data/\(key) that the storage does not have")
        }
        guard tensor.isContiguous else {
            throw CheckpointError(
                "holds \(name.quoted) as a view with strides \(tensor.strides): save "
                    + "it with .contiguous()")
        }
        let start = storage.lowerBound + tensor.offset * type.width
        return TensorEntry(type: type, shape: tensor.shape, bytes: start..<start + size)
    }
}

extension PickledTensor {
    /// Whether the values lie in row-major order. The stride of a side of 1 says nothing. The
    /// shape's product is known to be an integer.
    var isContiguous: Bool {
        guard !shape.contains(0) else { return true }
        var expected = 1
        for (side, stride) in zip(shape, strides).reversed() where side != 1 {
            guard stride == expected else { return false }
            expected *= side
        }
        return true
    }
}
