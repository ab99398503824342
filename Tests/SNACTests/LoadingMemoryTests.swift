import Foundation
import SNAC
import Testing

// Memory is measured in a process that does nothing else; Swift Testing starts one since 6.2.
#if compiler(>=6.2) && os(Linux)
    /// Bad files of any size are refused without the memory that they claim.
    @Suite struct LoadingMemoryTests {
        @Test func tensorsOfTenGigabytesTakeNone() async {
            await #expect(processExitsWith: .success) {
                let header =
                    #"{"x":{"dtype":"F32","shape":[2500000000],"#
                    + #""data_offsets":[0,10000000000]}}"#
                try refused(
                    "safetensors", SafetensorsBuilder.file(header: header, data: 16),
                    "x ends at byte 10000000000 of its data, which has 16")
                try refused(
                    "safetensors", SafetensorsBuilder.file(header: "{}", data: 0, claimed: 1 << 62),
                    "claims a header of 4611686018427387904 bytes")
                let claim = PickleBuilder.tensor(
                    PickleBuilder.storage("0", count: 2_500_000_000), shape: [2_500_000_000])
                let pickle = PickleBuilder.program(PickleBuilder.dictionary([("x", claim)]))
                try refused(
                    "bin", ZipBuilder(pickle: pickle, storages: ["0": Data(count: 16)]).build(),
                    "has 16 bytes in data/0, where x claims 10000000000")
            }
        }

        @Test func sparseFilesOfTenGigabytesTakeNone() async {
            await #expect(processExitsWith: .success) {
                let ten = 10_000_000_000
                // The tensor is there, and not the network's.
                let one =
                    #"{"decoder.model.0.bias":{"dtype":"F32","shape":[2500000000],"#
                    + #""data_offsets":[0,10000000000]}}"#
                try refused(
                    "safetensors", SafetensorsBuilder.file(header: one, data: 0),
                    "it is no SNAC of this configuration", grownTo: 8 + one.utf8.count + ten)
                try refused("safetensors", Data(), "is no safetensors file", grownTo: ten)
                try refused("bin", Data([0x50, 0x4B, 3, 4]), "is cut off", grownTo: ten)
                try refused("bin", Data(), "is no file that torch.save wrote", grownTo: ten)
                try refused("config.json", Data("{".utf8), "at most 65536 are read", grownTo: ten)
            }
        }

        @Test func manyViewsOfOneStorageAreNotRead() async {
            await #expect(processExitsWith: .success) {
                let count = 10_000_000
                let view = PickleBuilder.tensor(
                    PickleBuilder.storage("0", count: count), shape: [count])
                let items = (0..<9000).map { ("\($0)", $0 == 0 ? view + [0x71, 0] : [0x68, 0]) }
                let pickle = PickleBuilder.program(PickleBuilder.dictionary(items))
                let archive = ZipBuilder(pickle: pickle, storages: ["0": Data(count: 4 * count)])
                try refused(
                    "bin", archive.build(), "it is no SNAC of this configuration")
            }
        }

        @Test func aTensorOfAnotherShapeIsFoundBeforeAnyIsRead() async {
            await #expect(processExitsWith: .success) {
                // The public network in full, with one side that is one too long.
                let configuration = SNACConfiguration.public24kHz
                var tensors = Dictionary(
                    uniqueKeysWithValues: configuration.tensors.map { ($0.key, $0.shape) })
                for (key, shape) in configuration.weights { tensors["\(key).weight"] = shape }
                tensors["quantizer.quantizers.2.codebook.weight"] = [4097, 8]
                try refused(
                    "safetensors", try SafetensorsBuilder.zeros(tensors),
                    "[4097, 8]; the configuration says [4096, 8]",
                    configuration: try JSONEncoder().encode(configuration))
            }
        }

        @Test func hostilePicklesAndHeadersTakeLittle() async {
            await #expect(processExitsWith: .success) {
                // As much as each limit lets through.
                let empty = #"{"dtype":"F32","shape":[0],"data_offsets":[0,0]}"#
                let names = (0..<18_500).map { "\"\($0)\":\(empty)" }.joined(separator: ",")
                try refused(
                    "safetensors", SafetensorsBuilder.file(header: "{\(names)}", data: 0),
                    "it is no SNAC of this configuration")
                let texts = (0..<19_000).flatMap { _ in
                    PickleBuilder.text(String(repeating: "x", count: 200))
                }
                try refused(
                    "bin", ZipBuilder(pickle: PickleBuilder.program(texts)).build(),
                    "makes no sense")
                var puts: [UInt8] = []
                for index in 0..<90_000 as Range<UInt32> {
                    if index.isMultiple(of: 8) { puts += PickleBuilder.text("a name of \(index)") }
                    puts += [0x72] + PickleBuilder.little(index)
                }
                try refused(
                    "bin", ZipBuilder(pickle: PickleBuilder.program(puts)).build(), "makes no sense"
                )
                let name = String(repeating: "x", count: 200)
                let entries = (0..<16_000).map {
                    ZipBuilder.Entry(name: "\(name)\($0)", data: Data())
                }
                try refused("bin", ZipBuilder(entries: entries).build(), "without one data.pkl")
            }
        }
    }

    /// Ends the process where a folder with that file is not refused with that part of a sentence,
    /// or where refusing it takes more than 64 MB.
    /// - Parameter kind: `config.json`, or how the name of the weights ends.
    private func refused(
        _ kind: String, _ data: Data, _ expected: String, grownTo size: Int? = nil,
        configuration: Data? = nil
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
        if !sentence.contains(expected) || grown > 64_000_000 { exit(1) }
    }

    /// Gives free memory back; the module of the C library leaves this function out.
    @_silgen_name("malloc_trim")
    private func trimHeap(_ pad: Int) -> Int32

    /// Bytes that this process had resident at most, since that was last reset.
    private func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        guard let line,
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { exit(2) }
        return kilobytes * 1024
    }
#endif
