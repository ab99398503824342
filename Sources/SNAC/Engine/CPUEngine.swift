import Dispatch

/// Decodes batches on the calling thread. Not for several threads at once.
public final class CPUEngine: DecoderEngine {
    public typealias Failure = Never

    private let model: SNACModel
    private let work: Workspace
    /// Codebook vectors and latents of a batch.
    private var vectors = FloatBuffer(count: 0)
    private var latents = FloatBuffer(count: 0)

    init(model: SNACModel) {
        self.model = model
        work = model.vocoder.pipeline.makeWorkspace(model.kernels)
    }

    public func step(
        _ batch: [DecoderWork<CPUStream>], deliver: (Int, UnsafeBufferPointer<Float>) -> Void
    ) -> StageTimes {
        for item in batch { item.stream.take() }
        defer { for item in batch { item.stream.release() } }

        let start = DispatchTime.now().uptimeNanoseconds
        let lanes = look(up: batch)
        let middle = DispatchTime.now().uptimeNanoseconds
        decode(lanes, batch, deliver)
        let end = DispatchTime.now().uptimeNanoseconds
        return StageTimes(features: middle - start, vocoder: end - middle)
    }

    /// Codes to latents, zeros where a stream ends.
    private func look(up batch: [DecoderWork<CPUStream>]) -> [Lane] {
        var lanes: [Lane] = []
        var codes: [[HalfFrame]] = []
        for (index, item) in batch.enumerated() {
            var (known, lane) = item.stream.begin(item.codes, isLast: item.isLast)
            lane.index = index
            lanes.append(lane)
            codes.append(known)
        }
        let features = model.features
        let steps = codes.reduce(0) { $0 + $1.count } * HalfFrame.latentSteps
        let rows = lanes.reduce(0) { $0 + $1.count }
        vectors = vectors.grown(to: steps * features.vectorFloats)
        latents = latents.grown(to: rows * features.latentChannels)
        var (vector, latent) = (vectors.base, latents.base)
        for (known, lane) in zip(codes, lanes) {
            let count = known.count * HalfFrame.latentSteps
            features.look(up: known, to: vector)
            features.project(vector, steps: count, to: latent)
            (latent + count * features.latentChannels).update(
                repeating: 0, count: (lane.count - count) * features.latentChannels)
            vector += count * features.vectorFloats
            latent += lane.count * features.latentChannels
        }
        return lanes
    }

    /// Latents to samples, each stream's handed on when it is complete.
    private func decode(
        _ lanes: [Lane], _ batch: [DecoderWork<CPUStream>],
        _ deliver: (Int, UnsafeBufferPointer<Float>) -> Void
    ) {
        var samples = [[Float]](repeating: [], count: lanes.count)
        var missing = lanes.map { $0.count * SNACFrame.samplesPerStep }
        for lane in lanes where lane.count == 0 {
            deliver(lane.index, UnsafeBufferPointer(start: nil, count: 0))
        }
        let latents = Batch(
            base: latents.base, channels: model.features.latentChannels, lanes: lanes)
        model.vocoder.pipeline.run(latents, work) { out in
            out.forEachLane { lane, rows, _ in
                let given = batch[lane.index].stream.valid
                    .clamped(to: lane.time..<lane.time + lane.count)
                samples[lane.index].append(
                    contentsOf: UnsafeBufferPointer(
                        start: rows + (given.lowerBound - lane.time), count: given.count))
                missing[lane.index] -= lane.count
                guard missing[lane.index] == 0 else { return }
                samples[lane.index].withUnsafeBufferPointer { deliver(lane.index, $0) }
                samples[lane.index] = []
            }
        }
    }
}
