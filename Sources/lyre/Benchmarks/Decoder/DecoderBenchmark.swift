import Foundation
import SNAC

/// Times a model's decoder or encoder on the calling thread.
struct DecoderBenchmark {
    let model: SNACModel
    /// Streams of a batch.
    let batch: Int
    /// Half frames that each gets in a call.
    let halves: Int

    private static let samplesPerSecond = 24_000.0

    /// Decodes random codes for about `seconds`, after some calls that nobody counts.
    func decode(seconds: Double) throws -> DecoderRun {
        let backend = CPUBackend(model: model)
        let engine = backend.makeEngine()
        var random = SeededGenerator(seed: 1)
        let streams = try (0..<batch).map {
            try backend.makeStream(noise: .seed(UInt64($0)), firstFrame: 0, context: [])
        }
        // Samples of the first steps are not out yet, but computed like all others.
        for _ in 0..<3 { _ = engine.step(work(streams, &random)) { _, _ in } }

        var run = DecoderRun(kernels: model.kernels.name)
        var (features, vocoder) = (0.0, 0.0)
        let began = ProcessorTime.own
        repeat {
            let work = work(streams, &random)
            let start = ContinuousClock.now
            let times = engine.step(work) { _, _ in }
            run.calls.append((ContinuousClock.now - start) / .milliseconds(1))
            features += Double(times.features)
            vocoder += Double(times.vocoder)
        } while ProcessorTime.own - began < seconds
        run.cpuSeconds = ProcessorTime.own - began
        run.audioSeconds =
            Double(run.calls.count * batch * halves * HalfFrame.samples) / Self.samplesPerSecond
        run.featuresShare = features / (features + vocoder)
        run.operations = 2 * model.configuration.decoderMultiplyAdds * run.audioSeconds
        run.peak = Self.peak(model.kernels)
        return run
    }

    /// Encodes ten seconds of noise again and again for about `seconds`.
    func encode(seconds: Double) -> DecoderRun {
        var random = SeededGenerator(seed: 2)
        let samples = (0..<240_000).map { _ in Float.random(in: -0.5...0.5, using: &random) }
        _ = model.encode(Array(samples.prefix(24_000)))
        var run = DecoderRun(kernels: model.exactKernels.name)
        let began = ProcessorTime.own
        repeat {
            let start = ContinuousClock.now
            _ = model.encode(samples)
            run.calls.append((ContinuousClock.now - start) / .milliseconds(1))
        } while ProcessorTime.own - began < seconds
        run.cpuSeconds = ProcessorTime.own - began
        run.audioSeconds = Double(run.calls.count * samples.count) / Self.samplesPerSecond
        run.operations = 2 * model.configuration.encoderMultiplyAdds * run.audioSeconds
        run.peak = Self.peak(model.exactKernels)
        return run
    }

    private func work(
        _ streams: [CPUStream], _ random: inout SeededGenerator
    ) -> [DecoderWork<CPUStream>] {
        let last = UInt16(clamping: model.configuration.codebookSize - 1)
        func code() -> UInt16 { UInt16.random(in: 0...last, using: &random) }
        return streams.map { stream in
            let codes = (0..<halves).map { _ in
                HalfFrame(level0: code(), level1: code(), level2: (code(), code()))
            }
            return DecoderWork(stream: stream, codes: codes)
        }
    }

    /// Operations a second that this core does at best with these kernels, the best of a few tries.
    private static func peak(_ kernels: Kernels) -> Double {
        (0..<5).map { _ in
            let start = ProcessorTime.own
            let operations = kernels.multiplyRegisters(rounds: 4_000_000)
            return operations / (ProcessorTime.own - start)
        }.max() ?? 0
    }
}
