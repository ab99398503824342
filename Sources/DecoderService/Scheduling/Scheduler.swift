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
    }

    let backend: Backend
    let time: any TimeSource
    let metrics: DecoderMetrics
    let state: Mutex<State>
    /// What an idle engine sleeps on.
    let bells: [DispatchSemaphore]

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
        state = Mutex(State(schedule: Schedule(policy: BatchPolicy(stepTime: stepTime))))
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
    func cancel() {
        listener?.resume(throwing: CancellationError())
        sender?.resume(throwing: CancellationError())
    }
}
