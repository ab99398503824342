import SNAC
import Synchronization
import TestSupport

/// The demo's decoder, whose engines take a step only when the test lets them, and tell of it.
struct SteppedBackend: DecoderBackend {
    typealias Failure = Never

    let base: CPUBackend
    /// Streams and half frames of each batch, when it begins.
    let batches = Recorder<[Int]>()
    let steps = Steps()

    var name: String { base.name }
    var bytesPerStream: Int { base.bytesPerStream }
    var batching: Batching { base.batching }

    func makeStream(
        noise: NoiseSource, firstFrame: Int, context: [SNACFrame]
    ) throws(SNACError) -> CPUStream {
        try base.makeStream(noise: noise, firstFrame: firstFrame, context: context)
    }

    func validate(_ codes: [HalfFrame], first: Int) throws(SNACError) {
        try base.validate(codes, first: first)
    }

    func makeEngine() -> SteppedEngine {
        SteppedEngine(base: base.makeEngine(), batches: batches, steps: steps)
    }

    func export(_ stream: CPUStream) -> StreamSnapshot { base.export(stream) }
    func restore(_ snapshot: StreamSnapshot) throws(SNACError) -> CPUStream {
        try base.restore(snapshot)
    }
}

struct SteppedEngine: DecoderEngine {
    typealias Failure = Never

    let base: CPUEngine
    let batches: Recorder<[Int]>
    let steps: Steps

    func step(
        _ batch: [DecoderWork<CPUStream>], deliver: (Int, UnsafeBufferPointer<Float>) -> Void
    ) -> StageTimes {
        batches.record(batch.map(\.codes.count))
        steps.wait()
        return base.step(batch, deliver: deliver)
    }
}
