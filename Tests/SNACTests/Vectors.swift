import Foundation
import SNAC
import TestSupport

/// What the reference implementation computed with the seeded weights of `Resources`
/// (tools/reference-vectors/make.py).
struct Vectors {
    static let frameCount = 12
    static let seed: UInt64 = 7

    let codes: [SNACFrame]
    let latents: [Float]
    /// Samples without noise, and with the noise of ``seed``.
    let silent: [Float]
    let noisy: [Float]
    let sound: [Float]
    let soundCodes: [SNACFrame]
    /// The first 64 draws of each block.
    let noise: [Float]

    static let folder = Bundle.module.bundleURL.appendingPathComponent("Resources")

    static func load() throws -> Vectors {
        let url = folder.appendingPathComponent("vectors.safetensors")
        let file = try Checkpoint(Data(contentsOf: url))
        let count = frameCount
        return Vectors(
            codes: frames(try file.tensor("codes", [count, 7]).values),
            latents: try file.tensor("latents", [count * 4, 96]).values,
            silent: try file.tensor("silent", [count * 2048]).values,
            noisy: try file.tensor("noisy", [count * 2048]).values,
            sound: try file.tensor("sound", [count * 2048 - 700]).values,
            soundCodes: frames(try file.tensor("sound_codes", [count, 7]).values),
            noise: try file.tensor("noise", [4, 64]).values)
    }

    /// The model, with every implementation of the kernels that this machine has.
    static func models() throws -> [SNACModel] {
        try Kernels.available.map { try SNACModel(folder: folder, kernels: $0) }
    }

    /// The model with kernels whose products are rounded, where this machine has any.
    static func roundedModels() throws -> [SNACModel] {
        try Kernels.names.compactMap(Kernels.init(named:)).filter { !$0.areExact }
            .map { try SNACModel(folder: folder, kernels: $0) }
    }

    static func frames(_ values: [Float]) -> [SNACFrame] {
        stride(from: 0, to: values.count, by: 7).map { at in
            let code = values[at..<at + 7].map { UInt16($0) }
            return SNACFrame(
                level0: code[0], level1: (code[1], code[2]),
                level2: (code[3], code[4], code[5], code[6]))
        }
    }
}

/// The largest difference of two signals of one length.
func distance(_ a: [Float], _ b: [Float]) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
}

/// The power of `reference` over that of the difference.
func decibels(_ samples: [Float], _ reference: [Float]) -> Double {
    guard samples.count == reference.count else { return -.infinity }
    let error = zip(samples, reference).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    return 10 * log10(reference.reduce(0.0) { $0 + Double($1 * $1) } / error)
}

extension SeededGenerator {
    /// Random frames of codebooks of `size` codes.
    mutating func frames(_ count: Int, size: UInt16) -> [SNACFrame] {
        (0..<count).map { _ in
            let code = (0..<7).map { _ in UInt16.random(in: 0..<size, using: &self) }
            return SNACFrame(
                level0: code[0], level1: (code[1], code[2]),
                level2: (code[3], code[4], code[5], code[6]))
        }
    }

    /// `count` cut into pieces of 1 to `longest`.
    mutating func pieces(of count: Int, longest: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = min(count, start + Int.random(in: 1...longest, using: &self))
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }
}

extension Range<Int> {
    func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
