import Foundation
import SNAC
import TestSupport
import Testing

/// `pytorch_model.bin`, as PyTorch writes it.
@Suite struct TorchFileTests {
    /// Files that PyTorch wrote (tools/reference-vectors/torch_files.py).
    static let folder = Vectors.folder.appendingPathComponent("torch")

    private func resource(_ name: String) throws -> Data {
        try Data(contentsOf: Self.folder.appendingPathComponent(name))
    }

    private func frames(_ size: UInt16) -> [SNACFrame] {
        var random = SeededGenerator(seed: 3)
        return random.frames(4, size: size)
    }

    @Test func aModelOfPyTorchEqualsItsSafetensors() throws {
        func samples(_ name: String) throws -> [Float] {
            let model = try SNACModel(
                configuration: SNACConfiguration(folder: Self.folder),
                checkpoint: Checkpoint(name: name, resource(name)))
            return try model.decode(frames(8), noise: .seed(5))
        }
        let found = try samples("pytorch_model.bin")
        #expect(try found == samples("model.safetensors"))
        #expect(Set(found).count > 1000)
    }

    @Test func typesParametersAndViewsAreRead() throws {
        let file = try Checkpoint(name: "tensors.bin", resource("tensors.bin"))
        let numbers: [Float] = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]
        #expect(try file.tensor("single", [2, 3]).values == numbers)
        #expect(try file.tensor("half", [6]).values == numbers)
        #expect(try file.tensor("brain", [6]).values == numbers)
        #expect(try file.tensor("double", [6]).values == numbers)
        #expect(try file.tensor("parameter", [3, 1, 2]).values == numbers)
        #expect(try file.tensor("middle", [3]).values == Array(numbers[2..<5]))
        #expect(try file.tensor("again", [3]).values == Array(numbers[3...]))
        #expect(try file.tensor("column", [6, 1]).values == numbers)
        #expect(try file.tensor("scalar", []).values == [0.25])
        #expect(try file.tensor("empty", [0, 3]).values == [])
        #expect(file.entries.count == 10)
    }

    @Test(
        "what PyTorch writes and is not read is refused in one sentence",
        arguments: [
            (
                "transposed.bin",
                "holds sideways as a view with strides [1, 3]: save it with .contiguous()"
            ),
            (
                "integers.bin",
                "holds a torch.LongStorage; torch's Double, Float, Half and BFloat16 are read"
            ),
            (
                "nested.bin",
                "holds state_dict, which is no tensor: save the model's state_dict alone"
            ),
            (
                "legacy.bin",
                "has the format that PyTorch wrote before 1.6: in Python, "
                    + "torch.save(torch.load(path, weights_only=True), path) writes it anew"
            ),
            (
                "calls.bin",
                "calls posix.system: refused, a model file may build tensors and nothing else"
            ),
        ])
    func refused(name: String, sentence: String) throws {
        let data = try resource(name)
        #expect(throws: CheckpointError("\(name) \(sentence)")) { try Checkpoint(name: name, data) }
    }

    @Test(
        "one network in both formats gives the same samples, by both names of weight norm",
        arguments: [false, true])
    func equality(old: Bool) throws {
        let weights = try Data(
            contentsOf: Vectors.folder.appendingPathComponent("model.safetensors"))
        let configuration = try SNACConfiguration(folder: Vectors.folder)
        var archive = try ZipBuilder(safetensors: weights) { name in
            guard old else { return name }
            return name.replacingOccurrences(
                of: "parametrizations.weight.original0", with: "weight_g"
            ).replacingOccurrences(of: "parametrizations.weight.original1", with: "weight_v")
        }
        let expected = try SNACModel(configuration: configuration, checkpoint: Checkpoint(weights))
            .decode(frames(60), noise: .seed(1))
        for (isWide, streams) in [(false, false), (true, true)] {
            (archive.isWide, archive.streams) = (isWide, streams)
            let file = try Checkpoint(name: "pytorch_model.bin", archive.build())
            #expect(file.entries.keys.contains("decoder.model.0.weight_g") == old)
            let model = try SNACModel(configuration: configuration, checkpoint: file)
            #expect(try model.decode(frames(60), noise: .seed(1)) == expected)
        }
    }
}
