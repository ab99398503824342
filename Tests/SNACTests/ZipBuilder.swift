import Foundation

/// Zip archives for tests, right and wrong ones.
struct ZipBuilder {
    struct Entry {
        var name: String
        var data: Data
        var method: UInt16 = 0
        var flags: UInt16 = 0
        /// What the entry's own header says, where that is another.
        var localName: String?
        /// What the directory says, where that is another.
        var offset: UInt64?
        var size: UInt64?
    }

    var entries: [Entry]
    /// Whether all sizes are written as PyTorch writes those over 4 GiB, and the end as always.
    var isWide = false
    /// Whether an entry's own header leaves its sizes out, as PyTorch's do.
    var streams = false

    func build() -> Data {
        var file = Data()
        var directory = Data()
        for entry in entries {
            let offset = entry.offset ?? UInt64(file.count)
            let size = entry.size ?? UInt64(entry.data.count)
            let flags = entry.flags | (streams ? 8 : 0)
            let local = Data((entry.localName ?? entry.name).utf8)
            let own = streams ? 0 : UInt32(clamping: size)
            file += little(UInt32(0x0403_4B50)) + little(UInt16(45)) + little(flags)
            file += little(entry.method) + Data(count: 8) + little(own) + little(own)
            file += little(UInt16(local.count)) + little(UInt16(4)) + local
            // A field of padding, as PyTorch aligns with.
            file += Data("FB".utf8) + little(UInt16(0)) + entry.data

            let name = Data(entry.name.utf8)
            let extra = isWide ? little(UInt16(1)) + little(UInt16(24)) : Data()
            directory += little(UInt32(0x0201_4B50)) + Data(count: 4) + little(flags)
            directory += little(entry.method) + Data(count: 8)
            let narrow = [size, size].map { isWide ? UInt32.max : UInt32(clamping: $0) }
            directory += little(narrow[0]) + little(narrow[1]) + little(UInt16(name.count))
            directory += little(UInt16(isWide ? 28 : 0)) + Data(count: 10)
            directory += little(isWide ? UInt32.max : UInt32(clamping: offset)) + name
            if isWide { directory += extra + little(size) + little(size) + little(offset) }
        }
        let start = UInt64(file.count)
        let count = entries.count
        let end = file.count + directory.count
        file += directory
        if isWide {
            file += little(UInt32(0x0606_4B50)) + little(UInt64(44)) + Data(count: 12)
            file += little(UInt64(count)) + little(UInt64(count))
            file += little(UInt64(directory.count)) + little(start)
            file += little(UInt32(0x0706_4B50)) + Data(count: 4) + little(UInt64(end))
            file += little(UInt32(1))
        }
        file += little(UInt32(0x0605_4B50)) + Data(count: 4)
        let narrow = isWide ? UInt16.max : UInt16(count)
        file += little(narrow) + little(narrow)
        file += little(isWide ? UInt32.max : UInt32(directory.count))
        return file + little(isWide ? UInt32.max : UInt32(start)) + Data(count: 2)
    }

    private func little<Value: FixedWidthInteger>(_ value: Value) -> Data {
        Data(PickleBuilder.little(value))
    }
}

extension ZipBuilder {
    /// A file of `torch.save` with that pickle, and storages by their keys.
    init(pickle: [UInt8], storages: [String: Data] = [:]) {
        entries = [
            Entry(name: "archive/data.pkl", data: Data(pickle)),
            Entry(name: "archive/byteorder", data: Data("little".utf8)),
        ]
        for (key, data) in storages.sorted(by: { $0.key < $1.key }) {
            entries.append(Entry(name: "archive/data/\(key)", data: data))
        }
        entries.append(Entry(name: "archive/version", data: Data("3\n".utf8)))
    }

    /// The tensors of a safetensors file as `torch.save` would write them, under names of choice.
    init(safetensors: Data, rename: (String) -> String = { $0 }) throws {
        let (header, data) = try SafetensorsBuilder.split(safetensors)
        var items: [(String, PickleBuilder.Code)] = []
        var storages: [String: Data] = [:]
        for (name, value) in header.sorted(by: { $0.key < $1.key }) where name != "__metadata__" {
            let entry = value as! [String: Any]
            let offsets = (entry["data_offsets"] as! [NSNumber]).map(\.intValue)
            let shape = (entry["shape"] as! [NSNumber]).map(\.intValue)
            let type = ["F32": "FloatStorage", "F16": "HalfStorage"][entry["dtype"] as! String]!
            let key = "\(items.count)"
            storages[key] = data.subdata(
                in: data.startIndex + offsets[0]..<data.startIndex + offsets[1])
            items.append(
                (
                    rename(name),
                    PickleBuilder.tensor(
                        PickleBuilder.storage(key, type, count: shape.reduce(1, *)), shape: shape)
                ))
        }
        self.init(
            pickle: PickleBuilder.program(PickleBuilder.dictionary(items)), storages: storages)
    }
}
