import SNAC
import Testing

/// Against the reference implementation, with every implementation of the kernels.
@Suite struct ReferenceTests {
    let vectors: Vectors
    let models: [SNACModel]

    init() throws {
        vectors = try Vectors.load()
        models = try Vectors.models()
    }

    @Test func latentsAgree() throws {
        for model in models {
            #expect(distance(try model.latents(vectors.codes), vectors.latents) < 1e-5)
        }
    }

    @Test func decodeWithoutNoiseIsWithinAHundredThousandthOfFullScale() throws {
        for model in models {
            let samples = try model.decode(vectors.codes, noise: .off)
            #expect(distance(samples, vectors.silent) < 1e-5, "\(model.kernels.name)")
        }
    }

    @Test func decodeWithNoiseIsWithinAHundredThousandthOfFullScale() throws {
        #expect(distance(vectors.noisy, vectors.silent) > 0.1, "noise makes a difference")
        for model in models {
            let samples = try model.decode(vectors.codes, noise: .seed(Vectors.seed))
            #expect(distance(samples, vectors.noisy) < 1e-5, "\(model.kernels.name)")
        }
    }

    @Test func drawsAgreeFromEveryStep() {
        for block in 0..<4 {
            let expected = Array(vectors.noise[block * 64..<(block + 1) * 64])
            for first in 0..<9 {
                let draws = NoiseSource.seed(Vectors.seed)
                    .draws(block: block, first: first, count: 64 - first)
                #expect(distance(draws, Array(expected[first...])) < 1e-6)
            }
        }
    }

    /// Mean 0, variance 1, and as much beyond two and three sigma as a normal distribution has.
    @Test func drawsAreNormal() {
        let draws = NoiseSource.seed(1).draws(block: 2, first: 1 << 40, count: 200_000)
        let count = Float(draws.count)
        let mean = draws.reduce(0, +) / count
        let variance = draws.reduce(0) { $0 + $1 * $1 } / count
        #expect(abs(mean) < 0.01)
        #expect(abs(variance - 1) < 0.02)
        #expect(abs(Float(draws.count { abs($0) > 2 }) / count - 0.0455) < 0.003)
        #expect(abs(Float(draws.count { abs($0) > 3 }) / count - 0.0027) < 0.0007)
    }

    @Test func encoderFindsTheSameCodes() throws {
        for model in models {
            #expect(model.encode(vectors.sound) == vectors.soundCodes, "\(model.kernels.name)")
        }
    }

    @Test func encoderFillsUpToWholeFrames() {
        let model = models[0]
        #expect(model.encode([]).isEmpty)
        #expect(model.encode([0.5]).count == 1)
        #expect(model.encode([Float](repeating: 0, count: 2048)).count == 1)
        #expect(model.encode([Float](repeating: 0, count: 2049)).count == 2)
        // The padding is silence, wherever it comes from.
        let filled = vectors.sound + [Float](repeating: 0, count: 700)
        #expect(model.encode(filled) == vectors.soundCodes)
    }
}
