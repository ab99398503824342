import CSNACCUDA
import SNAC

/// Decodes batches on a GPU, on a queue of its own: while one engine copies, another one computes.
/// Not for several threads at once.
public final class CUDAEngine: DecoderEngine {
    /// Sizes of recorded launches, in latent steps: a batch takes the next larger one.
    static let sizes = [16, 32, 64, 128, 256, 512]

    private let gpu: any GPU
    private let model: DeviceModel
    private let queue: GPUQueue
    private let input: LaunchInput
    /// What a layer reads and what it writes, by turns.
    private let rows: (DeviceMemory, DeviceMemory)
    private let samples: PinnedMemory
    private let marks: [GPUMark]
    private var recordings: [Int: GPURecording] = [:]

    /// For the calling thread.
    /// - Throws: ``GPUError`` where there is too little memory.
    init(_ model: DeviceModel) throws(GPUError) {
        self.model = model
        gpu = model.gpu
        try gpu.attach()
        let limit = Self.sizes.last!
        let bytes = limit * model.plan.mostFloats * MemoryLayout<Float>.stride
        input = try LaunchInput(gpu, limit: limit)
        rows = (try DeviceMemory(gpu, bytes: bytes), try DeviceMemory(gpu, bytes: bytes))
        samples = try PinnedMemory(
            gpu, bytes: limit * SNACFrame.samplesPerStep * MemoryLayout<Float>.stride)
        queue = try gpu.makeQueue()
        marks = [try gpu.makeMark(), try gpu.makeMark(), try gpu.makeMark()]
    }

    deinit {
        for recording in recordings.values { gpu.free(recording) }
        for mark in marks { gpu.free(mark) }
        gpu.free(queue)
    }

    /// - Throws: ``GPUError``: the device is of no more use, and its streams are lost.
    public func step(
        _ batch: [DecoderWork<CUDAStream>], deliver: (Int, UnsafeBufferPointer<Float>) -> Void
    ) throws(GPUError) -> StageTimes {
        for item in batch { item.stream.take() }
        defer { for item in batch { item.stream.release() } }

        let steps = batch.map { ($0.stream, $0.stream.begin($0.codes, isLast: $0.isLast)) }
        for (index, item) in steps.enumerated() where item.1.count == 0 {
            deliver(index, UnsafeBufferPointer(start: nil, count: 0))
        }
        // Samples of steps that one launch has not finished.
        var begun: [Int: [Float]] = [:]
        var times = StageTimes(features: 0, vocoder: 0)
        for pieces in LaunchBatch.launches(steps, limit: input.limit) {
            let time = try run(pieces)
            times.features += time.features
            times.vocoder += time.vocoder
            var first = samples.base.assumingMemoryBound(to: Float.self)
            for piece in pieces {
                let count = piece.count * SNACFrame.samplesPerStep
                let start = piece.time * SNACFrame.samplesPerStep - Vocoder.delay
                let given = piece.stream.valid.clamped(to: start..<start + count)
                let part = UnsafeBufferPointer(
                    start: first + (given.lowerBound - start), count: given.count)
                first += count
                if piece.isLast, begun[piece.index] == nil {
                    deliver(piece.index, part)
                    continue
                }
                begun[piece.index, default: []] += part
                if piece.isLast {
                    begun.removeValue(forKey: piece.index)?.withUnsafeBufferPointer {
                        deliver(piece.index, $0)
                    }
                }
            }
        }
        return times
    }

    /// Copies a batch in, runs all layers, and brings its samples out.
    private func run(_ pieces: [LaunchBatch.Piece]) throws(GPUError) -> StageTimes {
        let steps = input.write(pieces)
        let size = Self.sizes.first { $0 >= steps }!
        let recording = try recording(for: size)
        try input.copy(by: gpu, on: queue)
        try gpu.set(marks[0], on: queue)
        try gpu.launch(launch(0, steps: size), on: queue)
        try gpu.set(marks[1], on: queue)
        try gpu.replay(recording, on: queue)
        try gpu.set(marks[2], on: queue)
        try gpu.copy(
            steps * SNACFrame.samplesPerStep * MemoryLayout<Float>.stride,
            from: output(of: model.layers.count - 1), to: samples.base, on: queue)
        try gpu.finish(queue)
        for piece in pieces { piece.stream.turn() }
        return StageTimes(
            features: try gpu.time(from: marks[0], to: marks[1]),
            vocoder: try gpu.time(from: marks[1], to: marks[2]))
    }

    /// The vocoder's layers for batches of that size.
    private func recording(for size: Int) throws(GPUError) -> GPURecording {
        if let known = recordings[size] { return known }
        let recording = try gpu.record(on: queue) { () throws(GPUError) in
            for index in model.layers.indices.dropFirst() {
                try gpu.launch(launch(index, steps: size), on: queue)
            }
        }
        recordings[size] = recording
        return recording
    }

    private func launch(_ index: Int, steps: Int) -> KernelLaunch {
        let layer = model.layers[index]
        var constants = layer.constants
        constants.batch = input.batch
        constants.in = .init(device: output(of: index - 1))
        constants.out = .init(device: output(of: index))
        return layer.layer.launch(constants, steps: steps, precision: model.precision)
    }

    /// Where a layer writes.
    private func output(of index: Int) -> DeviceAddress {
        index % 2 == 0 ? rows.0.address : rows.1.address
    }
}
