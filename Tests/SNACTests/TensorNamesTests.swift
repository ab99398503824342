import Foundation
import SNAC
import Testing

/// What a configuration says that its network reads.
@Suite struct TensorNamesTests {
    @Test func aConfigurationNamesExactlyTheTensorsOfItsNetwork() throws {
        for folder in [Vectors.folder, TorchFileTests.folder] {
            let configuration = try SNACConfiguration(folder: folder)
            let file = try Checkpoint.load(folder)
            var names = Dictionary(
                uniqueKeysWithValues: configuration.tensors.map { ($0.key, $0.shape) })
            for (key, shape) in configuration.weights {
                let prefix = "\(key).parametrizations.weight.original"
                names[prefix + "0"] = [shape[0], 1, 1]
                names[prefix + "1"] = shape
            }
            #expect(names == file.entries.mapValues(\.shape))
        }
    }

    @Test("a network reads what its configuration names", arguments: [true, false])
    func loading(noise: Bool) throws {
        var configuration = try SNACConfiguration(folder: TorchFileTests.folder)
        configuration.noise = noise
        var shapes = Dictionary(
            uniqueKeysWithValues: configuration.tensors.map { ($0.key, $0.shape) })
        for (key, shape) in configuration.weights { shapes["\(key).weight"] = shape }
        let file = try SafetensorsBuilder.zeros(shapes)
        let model = try SNACModel(configuration: configuration, checkpoint: Checkpoint(file))
        let frame = SNACFrame(level0: 0, level1: (0, 0), level2: (0, 0, 0, 0))
        #expect(try model.decode([frame], noise: .off) == [Float](repeating: 0, count: 2048))
        // Without any one of them it is another network's.
        let names = shapes.keys.sorted()
        for name in stride(from: 0, to: names.count, by: 11).map({ names[$0] }) {
            var fewer = shapes
            fewer[name] = nil
            let sentence =
                "model.safetensors has no tensor \(name): it is no SNAC of this configuration"
            #expect(throws: CheckpointError(sentence)) {
                try SNACModel(
                    configuration: configuration,
                    checkpoint: Checkpoint(SafetensorsBuilder.zeros(fewer)))
            }
        }
    }
}
