import Dispatch
import Foundation
import LyreRPC
import PCMAudio
import SNAC
import Synchronization

/// Decodes streams on engines that share them: each engine is a thread of its own, which takes the
/// streams that are most urgent, a hop of each at a time.
///
/// Who is next is ``Schedule``'s to say; here are the clock, the threads and those who wait. Memory
/// a stream: the backend's state, 32 half frames of codes and the samples of one hop.
public final class Scheduler<Backend: DecoderBackend>: Sendable {
    typealias Continuation<Value> = CheckedContinuation<Value, any Error>

    /// What belongs to a stream besides its progress.
    struct Seat {
        let stream: Backend.Stream
        let format: WAVFormat
        var chunk: SampleChunk?
        var listener: Continuation<SampleChunk?>?
        var sender: Continuation<Void>?
    }

    struct State {
        var schedule: Schedule
        var seats: [Int: Seat] = [:]
        var lastID = 0
        /// Engines that sleep, and which of them wakes by itself, when the next stream is ripe.
        var idle: [Int] = []
        var watch: (engine: Int, until: Instant)?
        var isStopped = false
        /// Why the hardware decodes no more.
        var failure: String?
    }

    let backend: Backend
    let time: any TimeSource
    let metrics: DecoderMetrics
    let state: Mutex<State>
    /// What an idle engine sleeps on.
    let bells: [DispatchSemaphore]
    /// Why the hardware decodes no more, once.
    public let failures: AsyncStream<String>
    let failureTold: AsyncStream<String>.Continuation

    /// Starts the engines.
    /// - Parameter stepTime: What a latent step of a stream takes, for the size of batches; nil
    ///   where nobody knows.
    public init(
        backend: Backend, engines: Int, stepTime: Duration? = nil,
        time: any TimeSource = SystemTime()
    ) {
        precondition(engines > 0)
        self.backend = backend
        self.time = time
        metrics = DecoderMetrics(backend: backend.name, engines: engines)
        let policy = BatchPolicy(stepTime: stepTime, batching: backend.batching)
        state = Mutex(State(schedule: Schedule(policy: policy)))
        (failures, failureTold) = AsyncStream.makeStream()
        bells = (0..<engines).map { _ in DispatchSemaphore(value: 0) }
        for engine in 0..<engines {
            let thread = Thread { [self] in run(engine) }
            thread.name = "engine \(engine)"
            thread.start()
        }
    }

    /// Ends the engines after the batches at work; streams that are left get nothing more.
    public func stop() {
        let seats = state.withLock { state in
            state.isStopped = true
            defer { state.seats = [:] }
            return state.seats.values
        }
        for seat in seats { seat.cancel() }
        for bell in bells { bell.signal() }
        failureTold.finish()
    }

    /// The hardware is lost, and with it all streams: whoever waits for one is told, so that it
    /// goes on elsewhere.
    func fail(_ reason: String) {
        let seats = state.withLock { state in
            guard state.failure == nil else { return [Seat]() }
            state.failure = reason
            state.isStopped = true
            defer { state.seats = [:] }
            return Array(state.seats.values)
        }
        for seat in seats { seat.cancel(Self.lost(reason)) }
        for bell in bells { bell.signal() }
        failureTold.yield(reason)
        failureTold.finish()
    }

    /// What a call on a lost stream fails with: `UNAVAILABLE`, which moves streams elsewhere.
    static func lost(_ reason: String) -> RPCError {
        RPCError(.unavailable, "this decoder has failed: \(reason)")
    }

    /// What a call fails with whose stream is not there any more.
    var gone: any Error {
        state.withLock { $0.failure }.map(Self.lost) ?? CancellationError()
    }

    /// What LOAD and the gauges tell.
    public var pressure: (queued: Int, worstLead: Duration?) {
        let now = time.now
        return state.withLock {
            ($0.schedule.queued(at: now), $0.schedule.worstLead(at: now))
        }
    }

    func ring(_ engine: Int?) {
        if let engine { bells[engine].signal() }
    }
}

extension Scheduler.State {
    /// Looks for an idle engine for a stream that may have become ripe.
    mutating func engine(for stream: Int, at now: Instant) -> Int? {
        guard let ripe = schedule[stream]?.ripe else { return nil }
        // An engine that sleeps no longer than that will see it.
        if ripe > now, let watch, watch.until <= ripe { return nil }
        return wakeIdle()
    }

    /// An idle engine that is idle no more; the one on watch last.
    mutating func wakeIdle() -> Int? {
        guard !idle.isEmpty else { return nil }
        let place = idle.lastIndex { $0 != watch?.engine } ?? idle.count - 1
        return idle.remove(at: place)
    }
}

extension Scheduler.Seat {
    func cancel(_ error: any Error = CancellationError()) {
        listener?.resume(throwing: error)
        sender?.resume(throwing: error)
    }
}
