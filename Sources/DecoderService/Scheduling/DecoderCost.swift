import Foundation
import SNAC
import Synchronization

/// What decoding costs on this machine, measured.
public struct DecoderCost: Hashable, Sendable {
    /// Processor seconds that a second of a stream's sound takes, in batches of eight streams while
    /// all engines work.
    public let secondsPerSecond: Double
    public let engines: Int

    /// What messages take besides: a stream at 24 half frames a second, at the decoder's end.
    static let messages = 0.004
    /// The share of the processors that streams may be promised.
    static let headroom = 0.9

    package init(secondsPerSecond: Double, engines: Int) {
        self.secondsPerSecond = secondsPerSecond
        self.engines = engines
    }

    /// What a latent step of a stream takes.
    public var stepTime: Duration {
        .seconds(secondsPerSecond * Double(SNACFrame.samplesPerStep) / 24_000)
    }

    /// Streams in real time that there is room for.
    /// - Parameter memory: Bytes that streams may take.
    public func capacity(bytesPerStream: Int, memory: Int) -> Int {
        let time = Double(engines) * Self.headroom / (secondsPerSecond + Self.messages)
        return max(1, min(Int(time), memory / bytesPerStream))
    }

    /// Decodes random codes for at most about half a second, on all engines at once, since they
    /// share caches and memory. Processor time counts, not the clock: other programs pass.
    public static func measure<Backend: DecoderBackend>(
        _ backend: Backend, engines: Int
    ) throws(SNACError) -> DecoderCost {
        // They are not random to the backend: any codebook has these.
        let codes = (0..<hop).map { HalfFrame(level0: 0, level1: 1, level2: (UInt16($0 % 2), 1)) }
        try backend.validate(codes, first: 0)
        let times = Mutex<[Double]>([])
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
                let median = stepSeconds(backend.makeEngine(), work)
                times.withLock { $0.append(median) }
                group.leave()
            }
        }
        group.wait()
        let sound = Double(streams * hop * HalfFrame.samples) / 24_000
        let mean = times.withLock { $0.reduce(0, +) / Double($0.count) }
        return DecoderCost(secondsPerSecond: mean / sound, engines: engines)
    }

    private static let streams = 8
    /// Half frames.
    private static let hop = 2
    private static let span = 0.4

    /// The median of as many steps as there is time for, after one that warms up.
    private static func stepSeconds<Engine: DecoderEngine>(
        _ engine: Engine, _ batch: [DecoderWork<Engine.Stream>]
    ) -> Double {
        _ = engine.step(batch) { _, _ in }
        let start = now(CLOCK_MONOTONIC)
        var times: [Double] = []
        repeat {
            let before = now(CLOCK_THREAD_CPUTIME_ID)
            _ = engine.step(batch) { _, _ in }
            times.append(now(CLOCK_THREAD_CPUTIME_ID) - before)
        } while now(CLOCK_MONOTONIC) - start < span && times.count < 200
        return times.sorted()[times.count / 2]
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
