import Foundation
import SNAC
import Testing

// Memory is measured in a process that does nothing else; Swift Testing starts one since 6.2.
#if compiler(>=6.2) && os(Linux)
/// Bad files of any size are refused without the memory that they claim.
@Suite struct LoadingMemoryTests {
    @Test func tensorsOfTenGigabytesTakeNone() async {
        await #expect(processExitsWith: .success) {
            try refused(
                "weights",
                SafetensorsBuilder.file(
                    header: #"{"x":{"dtype":"F32","shape":[2500000000],"data_offsets":[0,10000000000]}}"#,
                    data: 16))
            try refused(
                "header", SafetensorsBuilder.file(header: "{}", data: 0, claimed: 1 << 62))
            let claim = PickleBuilder.tensor(
                PickleBuilder.storage("0", count: 2_500_000_000), shape: [2_500_000_000])
            let pickle = PickleBuilder.program(PickleBuilder.dictionary([("decoder.model.0.bias", claim)]))
            try refused("bin", ZipBuilder(pickle: pickle, storages: ["0": Data(count: 16)]).build())
        }
    }

    @Test func sparseFilesOfTenGigabytesTakeNone() async {
        await #expect(processExitsWith: .success) {
            let ten = 10_000_000_000
            // The tensor is there, and not the network's.
            let one = #"{"decoder.model.0.bias":{"dtype":"F32","shape":[2500000000],"data_offsets":[0,10000000000]}}"#
            try refused(
                "safetensors", SafetensorsBuilder.file(header: one, data: 0),
                grownTo: 8 + one.utf8.count + ten)
            try refused("safetensors", Data(), grownTo: ten)
            try refused("bin", Data([0x50, 0x4B, 3, 4]), grownTo: ten)
            try refused("bin", Data(), grownTo: ten)
            try refused("config.json", Data("{".utf8), grownTo: ten)
        }
    }

    @Test func aTensorOfAnotherShapeIsFoundBeforeAnyIsRead() async {
        await #expect(processExitsWith: .success) {
            // The public network, all of it on a sparse disk, and one side that is one too long.
            let configuration = SNACConfiguration.public24kHz
            var tensors = Dictionary(
                uniqueKeysWithValues: configuration.tensors.map { ($0.key, $0.shape) })
            for (key, shape) in configuration.weights { tensors["\(key).weight"] = shape }
            tensors["quantizer.quantizers.2.codebook.weight"] = [4097, 8]
            var header: [String: Any] = [:]
            var end = 0
            for (name, shape) in tensors {
                let start = end
                end += 4 * shape.reduce(1, *)
                header[name] = ["dtype": "F32", "shape": shape, "data_offsets": [start, end]]
            }
            let file = try SafetensorsBuilder.join(header, Data())
            try refused(
                "safetensors", file, grownTo: file.count + end,
                configuration: try JSONEncoder().encode(configuration))
        }
    }

    @Test func hostilePicklesAndHeadersTakeLittle() async {
        await #expect(processExitsWith: .success) {
            // As much as each limit lets through.
            let empty = #"{"dtype":"F32","shape":[],"data_offsets":[0,0]}"#
            let names = (0..<19_000).map { "\"\($0)\":\(empty)" }.joined(separator: ",")
            try refused("safetensors", SafetensorsBuilder.file(header: "{\(names)}", data: 0))
            let texts = (0..<19_000).flatMap { _ in
                PickleBuilder.text(String(repeating: "x", count: 200))
            }
            try refused("bin", ZipBuilder(pickle: PickleBuilder.program(texts)).build())
            var puts: [UInt8] = []
            for index in 0..<90_000 as Range<UInt32> {
                if index.isMultiple(of: 8) { puts += PickleBuilder.text("a name of \(index)") }
                puts += [0x72] + PickleBuilder.little(index)
            }
            try refused("bin", ZipBuilder(pickle: PickleBuilder.program(puts)).build())
            let entries = (0..<16_000).map {
                ZipBuilder.Entry(name: "archive/data/" + String(repeating: "x", count: 200) + "\($0)", data: Data())
            }
            try refused("bin", ZipBuilder(entries: entries).build())
        }
    }
}

/// Ends the process where a folder with that file loads, or where loading takes more than 64 MB.
/// - Parameter kind: `config.json`, or how the name of the weights ends.
private func refused(
    _ kind: String, _ data: Data, grownTo size: Int? = nil, configuration: Data? = nil
) throws {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("lyre-model-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let config = folder.appendingPathComponent("config.json")
    try (configuration ?? JSONEncoder().encode(SNACConfiguration.public24kHz)).write(to: config)
    let weights = kind == "bin" ? "pytorch_model.bin" : "model.safetensors"
    let file = kind == "config.json" ? config : folder.appendingPathComponent(weights)
    try data.write(to: file)
    if let size { truncate(file.path, off_t(size)) }

    // What building the file took must not be there to be used again.
    _ = trimHeap(0)
    let reset = FileHandle(forWritingAtPath: "/proc/self/clear_refs")
    try reset?.write(contentsOf: Data("5".utf8))
    let before = try peakMemory()
    var sentence = "loaded"
    do { _ = try SNACModel(folder: folder) } catch { sentence = error.description }
    let grown = try peakMemory() - before
    print(kind, size ?? data.count, grown, sentence)
    if sentence == "loaded" || grown > 64_000_000 { exit(1) }
}

/// Gives free memory back; the module of the C library leaves this function out.
@_silgen_name("malloc_trim")
private func trimHeap(_ pad: Int) -> Int32

/// Bytes that this process had resident at most, since that was last reset.
private func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let line, let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { exit(2) }
    return kilobytes * 1024
}
#endif
