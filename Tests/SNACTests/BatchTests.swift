import SNAC
import TestSupport
import Testing

/// What a stream gets depends on its codes and its seed alone: not on its neighbours in a batch, on
/// the cut of its codes, on the engine, or on a restart.
@Suite struct BatchTests {
    /// A stream of random length, with what has been pushed and what has come out.
    private struct Utterance {
        var codes: [HalfFrame]
        var noise: NoiseSource
        var expected: [Float]
        var stream: CPUStream
        var done = 0
        var isFinished = false
        var samples: [Float] = []
    }

    private static func utterance(
        _ model: SNACModel, _ random: inout SeededGenerator, restarts: Bool
    ) throws -> Utterance {
        let frames = random.frames(Int.random(in: 1...14, using: &random), size: 60)
        let noise: NoiseSource = Bool.random(using: &random) ? .seed(random.next()) : .off
        let first = restarts ? Int.random(in: 0...frames.count, using: &random) : 0
        let whole = try model.decode(frames, noise: noise)
        let stream = try CPUBackend(model: model).makeStream(
            noise: noise, firstFrame: first, context: Array(frames[max(0, first - 3)..<first]))
        return Utterance(
            codes: frames[first...].flatMap(\.halves), noise: noise,
            expected: Array(whole[(first * SNACFrame.samples)...]), stream: stream)
    }

    /// Random batches of random pieces by two engines, until every stream is at its end.
    @Test(arguments: 0..<6) func randomBatchesGiveTheSameBits(round: UInt64) throws {
        for model in try Vectors.models() + Vectors.roundedModels() {
            var random = SeededGenerator(seed: 100 + round)
            let backend = CPUBackend(model: model)
            let engines = [backend.makeEngine(), backend.makeEngine()]
            var all = try (0..<7).map { _ in
                try Self.utterance(model, &random, restarts: round % 2 == 1)
            }
            while all.contains(where: { !$0.isFinished }) {
                let chosen = all.indices.filter { _ in Bool.random(using: &random) }
                    .filter { !all[$0].isFinished }.shuffled(using: &random)
                var batch: [DecoderWork<CPUStream>] = []
                for index in chosen {
                    let left = all[index].codes.count - all[index].done
                    let count = Int.random(in: 0...min(left, 9), using: &random)
                    let isLast = count == left && Bool.random(using: &random)
                    let piece = all[index].codes[all[index].done..<all[index].done + count]
                    batch.append(
                        DecoderWork(
                            stream: all[index].stream, codes: Array(piece), isLast: isLast))
                    all[index].done += count
                    all[index].isFinished = isLast
                }
                var delivered = Set<Int>()
                _ = engines.randomElement(using: &random)!.step(batch) { place, samples in
                    #expect(delivered.insert(place).inserted, "one delivery an item")
                    all[chosen[place]].samples += samples
                }
                #expect(delivered.count == batch.count)
            }
            for utterance in all {
                #expect(utterance.samples == utterance.expected, "\(model.kernels.name)")
            }
        }
    }

    /// A batch larger than any slice of the pipeline.
    @Test func aHundredStreamsInOneBatch() throws {
        for model in try Vectors.models() {
            var random = SeededGenerator(seed: 77)
            let backend = CPUBackend(model: model)
            let frames = (0..<100).map { _ in random.frames(3, size: 60) }
            let batch = try frames.enumerated().map { index, frames in
                DecoderWork(
                    stream: try backend.makeStream(
                        noise: .seed(UInt64(index)), firstFrame: 0, context: []),
                    codes: frames.flatMap(\.halves), isLast: true)
            }
            var samples = [[Float]](repeating: [], count: 100)
            _ = backend.makeEngine().step(batch) { samples[$0] = Array($1) }
            for index in stride(from: 0, to: 100, by: 9) {
                #expect(
                    samples[index]
                        == (try model.decode(frames[index], noise: .seed(UInt64(index)))))
            }
        }
    }

    @Test func aSnapshotGoesOnElsewhere() throws {
        let model = try Vectors.models()[0]
        let (backend, other) = (CPUBackend(model: model), CPUBackend(model: try Vectors.models()[0]))
        var random = SeededGenerator(seed: 31)
        for cut in 0...6 {
            let frames = random.frames(6, size: 60)
            let halves = frames.flatMap(\.halves)
            let stream = try backend.makeStream(
                noise: .seed(5), firstFrame: 3, context: Array(frames[..<3]))
            var samples: [Float] = []
            let start = DecoderWork(stream: stream, codes: Array(halves[6..<6 + cut]))
            if cut > 0 { _ = backend.makeEngine().step([start]) { samples += $1 } }
            let moved = try other.restore(backend.export(stream))
            let rest = DecoderWork(stream: moved, codes: Array(halves[(6 + cut)...]), isLast: true)
            _ = other.makeEngine().step([rest]) { samples += $1 }
            let whole = try model.decode(frames, noise: .seed(5))
            #expect(samples == Array(whole[(3 * 2048)...]))
        }
    }

    @Test func aSnapshotOfOtherArithmeticIsRefused() throws {
        let models = try Vectors.models()
        let backend = CPUBackend(model: models[0])
        var snapshot = backend.export(
            try backend.makeStream(noise: .off, firstFrame: 0, context: []))
        snapshot.backend = "cuda sm_90"
        #expect(throws: SNACError.foreignSnapshot("it is of cuda sm_90, this is \(backend.name)")) {
            try backend.restore(snapshot)
        }
        snapshot.backend = backend.name
        snapshot.caches.removeLast()
        #expect(throws: SNACError.foreignSnapshot("it is of a model of another size")) {
            try backend.restore(snapshot)
        }
    }

    /// The small model is chaotic; see FullReferenceTests for the public size.
    @Test func roundedProductsStayNearFloats() throws {
        for model in try Vectors.roundedModels() {
            var random = SeededGenerator(seed: 3)
            let frames = random.frames(20, size: 60)
            let exact = try Vectors.models()[0].decode(frames, noise: .seed(1))
            let rounded = try model.decode(frames, noise: .seed(1))
            #expect(decibels(rounded, exact) > 20)
            #expect(rounded != exact)
        }
    }
}
