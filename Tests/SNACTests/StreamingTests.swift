import SNAC
import TestSupport
import Testing

/// A stream's samples are those of the offline decode, bit for bit.
@Suite struct StreamingTests {
    let models: [SNACModel]

    init() throws {
        models = try Vectors.models()
    }

    @Test(arguments: [NoiseSource.off, .seed(3), .seed(.max)])
    func everyCutGivesTheSameBits(noise: NoiseSource) throws {
        for model in models {
            var random = SeededGenerator(seed: 11)
            for count in [1, 2, 3, 9, 25] {
                let frames = random.frames(count, size: 60)
                let whole = try model.decode(frames, noise: noise)
                #expect(whole.count == 2048 * count)
                for longest in [1, 3, 12] {
                    let decoder = try model.makeDecoder(noise: noise)
                    var samples: [Float] = []
                    for piece in random.pieces(of: count, longest: longest) {
                        samples += try decoder.push(Array(frames[piece]))
                    }
                    samples += decoder.finish()
                    #expect(samples == whole, "\(model.kernels.name), \(count) frames")
                }
            }
        }
    }

    /// After n latent steps exactly 512 n - 4757 samples are out.
    @Test func samplesComeAsSoonAsTheyAreExact() throws {
        let model = models[0]
        var random = SeededGenerator(seed: 5)
        let frames = random.frames(9, size: 60)
        let decoder = try model.makeDecoder(noise: .seed(1))
        var total = 0
        for (index, frame) in frames.enumerated() {
            total += try decoder.push([frame]).count
            #expect(total == max(0, 512 * 4 * (index + 1) - 4757))
        }
        #expect(total + decoder.finish().count == 9 * 2048)
    }

    /// What is out cannot be changed by what follows, and would be by what came before.
    @Test func samplesThatAreOutDependOnTheCodesSoFarOnly() throws {
        let model = models[0]
        var random = SeededGenerator(seed: 6)
        let (start, one, other) = (
            random.frames(6, size: 60), random.frames(3, size: 60), random.frames(3, size: 60)
        )
        let known = 512 * 24 - 4757
        let first = try model.decode(start + one, noise: .off)
        let second = try model.decode(start + other, noise: .off)
        #expect(first[..<known] == second[..<known])
        #expect(first[known...] != second[known...])
    }

    @Test(arguments: [NoiseSource.off, .seed(9)])
    func threeFramesOfContextRestartAStream(noise: NoiseSource) throws {
        for model in models {
            var random = SeededGenerator(seed: 21)
            let frames = random.frames(16, size: 60)
            let whole = try model.decode(frames, noise: noise)
            for first in 0...16 {
                let context = Array(frames[max(0, first - 3)..<first])
                let decoder = try model.makeDecoder(
                    noise: noise, firstFrame: first, context: context)
                var samples: [Float] = []
                for piece in random.pieces(of: 16 - first, longest: 5) {
                    samples += try decoder.push(Array(frames[piece.shifted(by: first)]))
                }
                samples += decoder.finish()
                #expect(samples == Array(whole[(first * 2048)...]), "from frame \(first)")
            }
        }
    }

    @Test func streamsOfOneEngineDoNotTouchEachOther() throws {
        let model = models[0]
        var random = SeededGenerator(seed: 8)
        let engine = model.makeEngine()
        let inputs = (0..<5).map { _ in random.frames(7, size: 60) }
        let decoders = try (0..<5).map {
            try model.makeDecoder(noise: .seed(UInt64($0)), engine: engine)
        }
        var outputs = [[Float]](repeating: [], count: 5)
        for frame in 0..<7 {
            for stream in (0..<5).shuffled(using: &random) {
                outputs[stream] += try decoders[stream].push([inputs[stream][frame]])
            }
        }
        for stream in 0..<5 {
            outputs[stream] += decoders[stream].finish()
            #expect(
                outputs[stream] == (try model.decode(inputs[stream], noise: .seed(UInt64(stream)))))
        }
    }

    @Test func threadsShareAModel() async throws {
        let model = models[0]
        var random = SeededGenerator(seed: 13)
        let frames = random.frames(8, size: 60)
        let expected = try model.decode(frames, noise: .seed(2))
        try await withThrowingTaskGroup(of: [Float].self) { group in
            for _ in 0..<8 { group.addTask { try model.decode(frames, noise: .seed(2)) } }
            for try await samples in group { #expect(samples == expected) }
        }
    }

    @Test func differentSeedsDiffer() throws {
        let model = models[0]
        var random = SeededGenerator(seed: 14)
        let frames = random.frames(4, size: 60)
        #expect(try model.decode(frames, noise: .seed(1)) != model.decode(frames, noise: .seed(2)))
    }

    @Test func anEmptyUtteranceHasNoSamples() throws {
        let decoder = try models[0].makeDecoder(noise: .off)
        #expect(try decoder.push([SNACFrame]()).isEmpty)
        #expect(decoder.finish().isEmpty)
        #expect(decoder.finish().isEmpty)
    }
}
