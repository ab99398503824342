import Foundation
import SNAC
import TestSupport
import Testing

/// What is fuzzed: from which files on, and how a damaged one is read.
enum FuzzedReader: String, CaseIterable {
    case safetensors, zip, pickle, configuration

    func good() throws -> [Data] {
        func resource(_ name: String) throws -> Data {
            try Data(contentsOf: Vectors.folder.appendingPathComponent(name))
        }
        switch self {
        case .safetensors:
            let header =
                #"{"__metadata__":{"format":"pt"},"a.b":{"dtype":"F32","shape":[2,3],"#
                + #""data_offsets":[0,24]},"c":{"dtype":"F16","shape":[],"data_offsets":[24,26]},"#
                + #""d\u00e9\n":{"dtype":"BF16","shape":[1,1,7],"data_offsets":[26,40]}}  "#
            let plain = #"{"x":{"data_offsets":[0,8],"shape":[1],"dtype":"F64"}}"#
            return [
                SafetensorsBuilder.file(header: header, data: 40),
                SafetensorsBuilder.file(header: plain, data: 8),
            ]
        case .zip:
            var archive = ZipBuilder(pickle: Self.tensors, storages: Self.storages)
            var archives = [archive.build()]
            archive.isWide = true
            archives.append(archive.build())
            archive.streams = true
            return archives + [archive.build(), try resource("torch/tensors.bin")]
        case .pickle:
            let file = try resource("torch/tensors.bin")
            let start = try #require(file.range(of: Data([0x80, 2, 0x63]))).lowerBound
            let end = try #require(file.range(of: Data("PK\u{7}\u{8}".utf8))).lowerBound
            return [Data(Self.tensors), Data(file[start..<end])]
        case .configuration:
            return [try resource("config.json"), try resource("torch/config.json")]
        }
    }

    /// Tensors of several types, one used twice.
    private static var tensors: [UInt8] {
        let types = ["FloatStorage", "HalfStorage", "BFloat16Storage", "DoubleStorage"]
        let items = types.enumerated().map { index, type in
            (
                "t\(index)",
                PickleBuilder.tensor(
                    PickleBuilder.storage("\(index)", type, count: 6), offset: index,
                    shape: [1, 6 - index])
            )
        }
        let again = PickleBuilder.tensor(PickleBuilder.storage("0", count: 6), shape: [2, 3])
        let version = PickleBuilder.dictionary([("version", PickleBuilder.integer(1))])
        return PickleBuilder.program(
            PickleBuilder.dictionary(items + [("again", again + [0x71, 0]), ("more", [0x68, 0])])
                + PickleBuilder.dictionary([("_metadata", version)]) + [0x62])
    }

    /// Made anew, since the leak sanitizer takes what a global holds for lost.
    private static var storages: [String: Data] {
        ["0": Data(count: 24), "1": Data(count: 12), "2": Data(count: 12), "3": Data(count: 48)]
    }

    /// What the format is made of.
    var pieces: [[UInt8]] {
        switch self {
        case .safetensors, .configuration:
            [
                "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud800", "-1", "1e99", "0.5",
                "null",
                "true", "9223372036854775807", "\"F32\"", "\"shape\"", "\"data_offsets\":[0,8]",
                "\u{0}",
            ].map { Array($0.utf8) }
        case .zip:
            [0x0201_4B50, 0x0403_4B50, 0x0605_4B50, 0x0606_4B50, 0x0706_4B50 as UInt32]
                .map { PickleBuilder.little($0) } + [[1, 0, 24, 0]]
        case .pickle:
            [
                [0x28], [0x29], [0x74], [0x85], [0x86], [0x87], [0x7D], [0x73], [0x75], [0x62],
                [0x52],
                [0x51], [0x2E], [0x88], [0x71, 0], [0x68, 0], [0x68, 1], [0x8A, 8], [0x4B, 0],
                [0x4D],
                [0x4A], [0x6A, 0, 0, 0, 0], PickleBuilder.text("storage"),
                PickleBuilder.orderedDictionary, PickleBuilder.global("os", "system"),
                PickleBuilder.global("torch._utils", "_rebuild_parameter"),
            ] as [[UInt8]]
        }
    }

    /// Whether all tensors that a file is read as have the values that their shapes say.
    func read(_ data: Data) throws(CheckpointError) -> Bool {
        let file: Checkpoint
        switch self {
        case .configuration:
            _ = try SNACConfiguration(json: data)
            return true
        case .safetensors: file = try Checkpoint(name: "model.safetensors", data)
        case .zip: file = try Checkpoint(name: "pytorch_model.bin", data)
        case .pickle:
            let archive = ZipBuilder(pickle: [UInt8](data), storages: Self.storages)
            file = try Checkpoint(name: "pytorch_model.bin", archive.build())
        }
        for (name, entry) in file.entries {
            // A damaged value may be no number, which is refused as well.
            guard let tensor = try? file.tensor(name, entry.shape) else { continue }
            if tensor.values.count != entry.shape.reduce(1, *) { return false }
        }
        return true
    }

    /// One line that names the file, and is as long as a sentence.
    func isSentence(_ text: String) -> Bool {
        ["model.safetensors ", "pytorch_model.bin ", "config.json "].contains(where: text.hasPrefix)
            && text.utf8.count < 400 && text.unicodeScalars.allSatisfy { (0x20..<0x7F) ~= $0.value }
    }
}
