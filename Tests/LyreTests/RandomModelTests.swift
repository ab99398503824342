import Foundation
import SNAC
import Testing
import lyre

/// Models of random weights load, sound like something, and are the same for the same seed.
@Suite struct RandomModelTests {
    private static let small = SNACConfiguration(
        samplingRate: 24_000, encoderDim: 6, encoderRates: [2, 4, 8, 8], latentDim: 96,
        decoderDim: 96, decoderRates: [8, 8, 4, 2], attentionWindow: nil, codebookSize: 60,
        codebookDim: 8, vqStrides: [4, 2, 1], noise: true, depthwise: true)

    private static var silent: SNACConfiguration {
        var configuration = small
        configuration.noise = false
        return configuration
    }

    private func withModel<Value>(
        _ configuration: SNACConfiguration, seed: UInt64, _ body: (URL) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try RandomModel.write(configuration, seed: seed, to: folder)
        return try body(folder)
    }

    @Test(arguments: [small, silent, .public24kHz])
    func aModelLoadsAndItsSamplesAreInRange(configuration: SNACConfiguration) throws {
        try withModel(configuration, seed: 1) { folder in
            let model = try SNACModel(folder: folder)
            #expect(model.configuration == configuration)
            let frames = (0..<8).map { index in
                let code = { UInt16((index * 7 + $0 * 13) % 60) }
                return SNACFrame(
                    level0: code(0), level1: (code(1), code(2)),
                    level2: (code(3), code(4), code(5), code(6)))
            }
            let samples = try model.decode(frames, noise: .seed(1))
            #expect(samples.count == 8 * 2048)
            let power = samples.reduce(0) { $0 + $1 * $1 } / Float(samples.count)
            #expect(power.squareRoot() > 1e-3)
            #expect(samples.allSatisfy { abs($0) < 0.999 })
            #expect(model.encode(Array(samples.prefix(2048))).count == 1)
        }
    }

    @Test func aSeedIsAModel() throws {
        func weights(_ seed: UInt64) throws -> Data {
            try withModel(Self.small, seed: seed) {
                try Data(contentsOf: $0.appendingPathComponent("model.safetensors"))
            }
        }
        let one = try weights(1)
        #expect(try weights(1) == one)
        #expect(try weights(2) != one)
    }
}
