import Foundation
import SNAC
import SNACCUDA
import Synchronization

/// A decoder on a GPU: how far from the processors', whether to the bit the same however it is cut,
/// and how fast.
package struct GPUBenchmark: Sendable {
    let gpu: any GPU
    let backend: CUDABackend
    let model: SNACModel
    let precision: Precision

    /// Half frames that a stream brings.
    private static let halves = 2

    package init(gpu: any GPU, backend: CUDABackend, model: SNACModel, precision: Precision) {
        self.gpu = gpu
        self.backend = backend
        self.model = model
        self.precision = precision
    }

    private func codes(_ frames: Int, _ random: inout SeededGenerator) -> [HalfFrame] {
        let last = UInt16(clamping: model.configuration.codebookSize - 1)
        func code() -> UInt16 { UInt16.random(in: 0...last, using: &random) }
        return (0..<frames).flatMap { _ in
            SNACFrame(
                level0: code(), level1: (code(), code()), level2: (code(), code(), code(), code())
            ).halves
        }
    }

    /// The largest difference from the processors' samples, and their power over the difference's
    /// in decibels.
    func error(frames: Int) throws -> (largest: Double, decibels: Double) {
        var random = SeededGenerator(seed: 1)
        let codes = codes(frames, &random)
        let processors = CPUBackend(model: model)
        let expected = try Self.samples(of: codes, by: processors)
        let samples = try Self.samples(of: codes, by: backend)
        var (largest, noise, power) = (0.0, 0.0, 0.0)
        for (a, b) in zip(samples, expected) {
            let difference = Double(a - b)
            largest = max(largest, abs(difference))
            noise += difference * difference
            power += Double(b * b)
        }
        return (largest, 10 * log10(power / noise))
    }

    private static func samples<Backend: DecoderBackend>(
        of codes: [HalfFrame], by backend: Backend
    ) throws -> [Float] {
        let stream = try backend.makeStream(noise: .seed(1), firstFrame: 0, context: [])
        var samples: [Float] = []
        let work = DecoderWork(stream: stream, codes: codes, isLast: true)
        _ = try backend.makeEngine().step([work]) { samples += $1 }
        return samples
    }

    /// Streams whose samples differ in any bit when they are cut at random, batched with others at
    /// random, and moved to another engine and through a snapshot in between. 0 is the promise.
    func changedStreams(of count: Int, frames: Int) throws -> Int {
        var random = SeededGenerator(seed: 2)
        let all = (0..<count).map { _ in codes(frames, &random) }
        let whole = try all.map { try Self.samples(of: $0, by: backend) }
        let engines = [try backend.makeEngine(), try backend.makeEngine()]
        var streams = try (0..<count).map { _ in
            try backend.makeStream(noise: .seed(1), firstFrame: 0, context: [])
        }
        var done = [Int](repeating: 0, count: count)
        var samples = [[Float]](repeating: [], count: count)
        var left = Array(0..<count)
        while !left.isEmpty {
            let chosen = left.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
            var batch: [DecoderWork<CUDAStream>] = []
            for index in chosen {
                let rest = all[index].count - done[index]
                let next = Int.random(in: 0...min(rest, 7), using: &random)
                if Int.random(in: 0..<8, using: &random) == 0 {
                    streams[index] = try backend.restore(try backend.export(streams[index]))
                }
                let codes = Array(all[index][done[index]..<done[index] + next])
                done[index] += next
                batch.append(
                    DecoderWork(stream: streams[index], codes: codes, isLast: next == rest))
            }
            left.removeAll { chosen.contains($0) && done[$0] == all[$0].count }
            _ = try engines.randomElement(using: &random)!.step(batch) { samples[chosen[$0]] += $1 }
        }
        return (0..<count).count { samples[$0] != whole[$0] }
    }

    /// Steps of so many streams with a frame each.
    /// - Returns: Milliseconds of a step as its caller sees it: p50 and p99.
    func step(streams count: Int, steps: Int) throws -> (p50: Double, p99: Double) {
        let (engine, batch) = (try backend.makeEngine(), try batch(of: count))
        for _ in 0..<3 { _ = try engine.step(batch) { _, _ in } }
        let times = try (0..<steps).map { _ in
            let start = ContinuousClock.now
            _ = try engine.step(batch) { _, _ in }
            return (ContinuousClock.now - start) / .milliseconds(1)
        }
        let percentiles = Percentiles(times)
        return (percentiles(0.5) ?? 0, percentiles(0.99) ?? 0)
    }

    /// Seconds of sound a second, by two engines that take turns with full batches.
    func throughput(seconds: Double) throws -> Double {
        let count = backend.batching.latentSteps / (Self.halves * HalfFrame.latentSteps)
        let batches = [try batch(of: count), try batch(of: count)]
        let outcome = Mutex<(steps: Int, failure: (any Error)?)>((0, nil))
        let group = DispatchGroup()
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        for batch in batches {
            group.enter()
            Thread.detachNewThread {
                do {
                    let engine = try backend.makeEngine()
                    repeat {
                        _ = try engine.step(batch) { _, _ in }
                        outcome.withLock { $0.steps += 1 }
                    } while ContinuousClock.now < end
                } catch {
                    outcome.withLock { $0.failure = error }
                }
                group.leave()
            }
        }
        group.wait()
        let (steps, failure) = outcome.withLock { $0 }
        if let failure { throw failure }
        let sound = Double(steps * count * Self.halves * HalfFrame.samples) / 24_000
        return sound / ((ContinuousClock.now - start) / .seconds(1))
    }

    private func batch(of count: Int) throws -> [DecoderWork<CUDAStream>] {
        var random = SeededGenerator(seed: 3)
        return try (0..<count).map { index in
            let stream = try backend.makeStream(
                noise: .seed(UInt64(index)), firstFrame: 0, context: [])
            return DecoderWork(stream: stream, codes: codes(Self.halves / 2, &random))
        }
    }
}
