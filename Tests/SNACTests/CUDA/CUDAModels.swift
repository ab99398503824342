import EmulatedCUDA
import EmulatedGPU
import Foundation
import SNAC
import SNACCUDA

/// The seeded small model on an emulated GPU.
enum CUDAModels {
    static func backend(
        _ gpu: EmulatedGPU = EmulatedGPU(), precision: Precision = .exact, streams: Int? = nil
    ) throws -> CUDABackend {
        try CUDABackend(
            gpu: gpu, kernels: [1], configuration: try SNACConfiguration(folder: Vectors.folder),
            checkpoint: try Checkpoint.load(Vectors.folder), precision: precision, streams: streams)
    }

    static func decode(
        _ frames: [SNACFrame], noise: NoiseSource, by backend: CUDABackend
    ) throws -> [Float] {
        let stream = try backend.makeStream(noise: noise, firstFrame: 0, context: [])
        let work = DecoderWork(stream: stream, codes: frames.flatMap(\.halves), isLast: true)
        var samples: [Float] = []
        _ = try backend.makeEngine().step([work]) { samples += $1 }
        return samples
    }

    /// What a compiled image has to hold.
    static let kernelNames = [
        "features_exact_64", "features_exact_128", "head_exact_64", "head_bf16_128",
        "upsampling_exact_128", "noise_bf16_64", "unit_exact_128", "unit_bf16_64", "tail",
    ]

    /// What the kernels' generator draws.
    static func noise(_ seed: UInt64, _ block: Int, _ step: Int) -> Float {
        emulated_cuda_noise(seed, UInt32(block), Int64(step))
    }
}
