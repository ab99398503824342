import Foundation
import SNAC
import Synchronization

/// What decoding costs on this machine, measured.
public struct DecoderCost: Hashable, Sendable {
    /// Seconds of an engine that a second of a stream's sound takes, in full batches while all
    /// engines work: a processor's seconds, or a shared device's.
    public let secondsPerSecond: Double
    public let engines: Int
    /// Whether engines decode on a device, and processors are there for messages alone.
    private let sharesDevice: Bool

    /// What messages take besides: a stream at 24 half frames a second, at the decoder's end.
    static let messages = 0.004
    /// The share of the processors that streams may be promised.
    static let headroom = 0.9

    package init(secondsPerSecond: Double, engines: Int, sharesDevice: Bool = false) {
        self.secondsPerSecond = secondsPerSecond
        self.engines = engines
        self.sharesDevice = sharesDevice
    }

    /// What a latent step of a stream takes.
    public var stepTime: Duration {
        .seconds(secondsPerSecond * Double(SNACFrame.samplesPerStep) / 24_000)
    }

    /// Streams in real time that there is room for.
    /// - Parameters:
    ///   - memory: Bytes that streams may take.
    ///   - processors: Beside a device.
    public func capacity(
        bytesPerStream: Int, memory: Int,
        processors: Int = ProcessInfo.processInfo.activeProcessorCount
    ) -> Int {
        let time = Double(engines) * Self.headroom
        let streams =
            sharesDevice
            ? min(time / secondsPerSecond, Double(processors) * Self.headroom / Self.messages)
            : time / (secondsPerSecond + Self.messages)
        return max(1, min(Int(streams), memory / bytesPerStream))
    }

    /// Decodes random codes for at most about half a second, on all engines at once, since they
    /// share caches, memory or a device. On processors their time counts, not the clock: other
    /// programs pass.
    /// - Throws: ``SNACError``, or what is wrong with the hardware.
    public static func measure<Backend: DecoderBackend>(
        _ backend: Backend, engines: Int
    ) throws -> DecoderCost {
        let batching = backend.batching
        let streams = min(
            batching.streams, max(8, batching.latentSteps / (hop * HalfFrame.latentSteps)))
        // They are not random to the backend: any codebook has these.
        let codes = (0..<hop).map { HalfFrame(level0: 0, level1: 1, level2: (UInt16($0 % 2), 1)) }
        try backend.validate(codes, first: 0)
        let times = Mutex<[Result<Double, any Error>]>([])
        let group = DispatchGroup()
        for _ in 0..<engines {
            var batch: [DecoderWork<Backend.Stream>] = []
            for stream in 0..<streams {
                let stream = try backend.makeStream(
                    noise: .seed(UInt64(stream)), firstFrame: 0, context: [])
                batch.append(DecoderWork(stream: stream, codes: codes))
            }
            let work = batch
            group.enter()
            Thread.detachNewThread {
                let median = Result {
                    try stepSeconds(
                        backend.makeEngine(), work,
                        clock: batching.sharesDevice ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID)
                }
                times.withLock { $0.append(median) }
                group.leave()
            }
        }
        group.wait()
        let sound = Double(streams * hop * HalfFrame.samples) / 24_000
        let medians = try times.withLock { try $0.map { try $0.get() } }
        return DecoderCost(
            secondsPerSecond: medians.reduce(0, +) / Double(medians.count) / sound,
            engines: engines, sharesDevice: batching.sharesDevice)
    }

    /// Half frames.
    private static let hop = 2
    private static let span = 0.4

    /// The median of as many steps as there is time for, after one that warms up.
    private static func stepSeconds<Engine: DecoderEngine>(
        _ engine: Engine, _ batch: [DecoderWork<Engine.Stream>], clock: clockid_t
    ) throws -> Double {
        _ = try engine.step(batch) { _, _ in }
        let start = now(CLOCK_MONOTONIC)
        var times: [Double] = []
        repeat {
            let before = now(clock)
            _ = try engine.step(batch) { _, _ in }
            times.append(now(clock) - before)
        } while now(CLOCK_MONOTONIC) - start < span && times.count < 200
        return times.sorted()[times.count / 2]
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
