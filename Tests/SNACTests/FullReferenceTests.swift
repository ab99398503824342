import Foundation
import SNAC
import Testing

/// The full 24 kHz configuration against the reference implementation in double precision
/// (tools/reference-vectors/full.py).
@Suite struct FullReferenceTests {
    private static let frameCount = 8
    let checkpoint: Checkpoint
    let codes: [SNACFrame]
    let silent: [Float]
    let noisy: [Float]

    init() throws {
        checkpoint = try FullWeights.checkpoint()
        let url = Vectors.folder.appendingPathComponent("full.safetensors")
        let file = try Checkpoint(Data(contentsOf: url))
        let count = Self.frameCount
        codes = Vectors.frames(try file.tensor("codes", [count, 7]).values)
        silent = try file.tensor("silent", [count * 2048]).values
        noisy = try file.tensor("noisy", [count * 2048]).values
    }

    private func decode(_ kernels: Kernels, _ noise: NoiseSource) throws -> [Float] {
        let model = try SNACModel(
            configuration: FullWeights.configuration, checkpoint: checkpoint, kernels: kernels)
        return try model.decode(codes, noise: noise)
    }

    @Test(arguments: Kernels.available.map(\.name))
    func samplesAreWithinAHundredThousandthOfFullScale(kernels: String) throws {
        let kernels = try #require(Kernels(named: kernels))
        let distances = (
            distance(try decode(kernels, .off), silent),
            distance(try decode(kernels, .seed(Vectors.seed)), noisy)
        )
        #expect(distances.0 < 1e-5 && distances.1 < 1e-5, "\(distances)")
    }

    /// Products of bfloat16, where this machine has them: 34 dB.
    @Test func roundedProductsAre32DecibelsAway() throws {
        guard let kernels = Kernels(named: "avx512bf16") else { return }
        let samples = try decode(kernels, .off)
        #expect(decibels(samples, silent) > 32)
    }
}
