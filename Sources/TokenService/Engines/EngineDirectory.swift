import LyreRPC
import Orpheus
import Synchronization

/// The engines of a token service: keeps the list current, looks after each of them, and gives
/// places there to streams, in a bounded queue where all are full.
///
/// Who is chosen is ``EnginePool``'s to say; here are the clock, the tasks and those who wait.
public final class EngineDirectory: Sendable {
    /// How many streams may wait for a place, and for how long.
    public struct Queue: Hashable, Sendable {
        public var places: Int
        public var time: Duration
        /// For a stream that has begun and has lost its engine.
        public var resumeTime: Duration

        public init(
            places: Int = 64, time: Duration = .seconds(10), resumeTime: Duration = .seconds(10)
        ) {
            self.places = places
            self.time = time
            self.resumeTime = resumeTime
        }
    }

    struct State {
        var pool = EnginePool()
        var queue = WaitingLine()
        var keepers: [Engine: Task<Void, Never>] = [:]
        var refresher: Task<Void, Never>?
        var sourceError: EngineSourceError?
        var isShutDown = false
        var random = SystemRandomNumberGenerator()
    }

    /// Between two looks of who waits.
    private static let look: Duration = .milliseconds(250)

    private let source: any EngineSource
    private let queue: Queue
    private let keeper: EngineKeeper?
    let clock: any Clock<Duration>
    let time: any TimeSource
    private let state = Mutex(State())

    /// - Parameters:
    ///   - keeper: Looks after engines; nil leaves them to what their streams show.
    ///   - clock: For waits and ejections.
    public init(
        _ source: any EngineSource, queue: Queue = Queue(), keeper: EngineKeeper? = nil,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.source = source
        self.queue = queue
        self.keeper = keeper
        self.clock = clock
        time = clock.timeSource
        if let known = source.known { take(known) }
        let task = Task { [weak self] in
            while !Task.isCancelled, let interval = await self?.refresh() {
                guard (try? await clock.sleep(for: interval)) != nil else { return }
            }
        }
        state.withLock { $0.refresher = task }
    }

    deinit { shutdown() }

    /// Ends the care for engines; who waits for a place is told.
    public func shutdown() {
        let (tasks, waiting) = state.withLock { state in
            state.isShutDown = true
            defer { state.keepers = [:] }
            return (
                Array(state.keepers.values) + [state.refresher].compactMap(\.self),
                state.queue.removeAll())
        }
        for task in tasks { task.cancel() }
        for waiter in waiting { waiter.resume(returning: .failure(.shutDown)) }
    }

    // MARK: The list

    /// Looks the engines up; the time until the next look.
    private func refresh() async -> Duration? {
        do throws(EngineSourceError) {
            take(try await source.engines())
        } catch {
            let isNews = state.withLock { state in
                state.pool.failed(error)
                defer { state.sourceError = error }
                return state.sourceError != error
            }
            if isNews { keeper?.logger.warning("the list of engines stays as it was: \(error)") }
        }
        serve()
        return source.interval
    }

    private func take(_ engines: [Engine]) {
        let gone = state.withLock { state -> [Task<Void, Never>] in
            guard !state.isShutDown else { return [] }
            state.sourceError = nil
            let (new, gone) = state.pool.update(engines)
            for engine in new {
                guard let keeper else { break }
                state.keepers[engine] = Task { [weak self] in await keeper.keep(engine) { self } }
            }
            return gone.compactMap { state.keepers.removeValue(forKey: $0) }
        }
        for task in gone { task.cancel() }
    }

    /// Changes what is known of an engine, and serves those who wait for such news.
    package func change(_ engine: Engine, _ body: (inout EngineState) -> Void) {
        state.withLock { $0.pool.change(engine, body) }
        serve()
    }

    package func state(of engine: Engine) -> EngineState? { state.withLock { $0.pool.states[engine] } }

    /// All engines as they are known now, by their addresses.
    public var engines: [EngineReport] {
        let now = time.now
        return state.withLock { state in
            state.pool.states.values.map { EngineReport($0, at: now) }
        }.sorted { ($0.server, $0.model) < ($1.server, $1.model) }
    }

    /// Streams that wait for a place.
    public var queued: Int { state.withLock { $0.queue.count } }

    func hasAlternative(to engine: Engine, _ language: Voice.Language) -> Bool {
        let now = time.now
        return state.withLock { $0.pool.hasAlternative(to: engine, language, at: now) }
    }

    // MARK: Places

    /// A place at an engine, at once or when one is free.
    /// - Throws: NOT_FOUND, UNAVAILABLE or FAILED_PRECONDITION when no engine can do it,
    ///   RESOURCE_EXHAUSTED when all are full and so is the queue, or after too long a wait there.
    package func place(for wish: EnginePool.Wish, priority: Int32) async throws(RPCError) -> EngineLease {
        let now = time.now
        let limit = wish.isResumed ? queue.resumeTime : queue.time
        let ticket = Ticket()
        let timer = Task { [clock, time] in
            while time.now < now + limit {
                guard (try? await clock.sleep(for: min(limit, Self.look))) != nil else { return }
                // An ejection or a rest may be over, of which nobody tells.
                serve()
            }
            leave(ticket, .failure(.waitedTooLong(limit)))
        }
        defer { timer.cancel() }
        let engine = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: PlaceContinuation) in
                let choice = state.withLock { state -> Result<Engine, RPCError>? in
                    if state.isShutDown { return .failure(.shutDown) }
                    // Looked at under the lock, or a cancellation could slip in between.
                    if Task.isCancelled { return .failure(.cancelledInQueue) }
                    switch state.pool.choose(wish, at: now, using: &state.random) {
                    case .engine(let engine): return .success(engine)
                    case .failed(let error): return .failure(error)
                    case .wait: break
                    }
                    // Who has listeners already is let in where others are not.
                    guard wish.isResumed || state.queue.count < queue.places else {
                        return .failure(.queueIsFull(queue.places))
                    }
                    state.queue.add(ticket, wish, priority: priority, continuation)
                    return nil
                }
                if let choice { continuation.resume(returning: choice) }
            }
        } onCancel: {
            leave(ticket, .failure(.cancelledInQueue))
        }
        return EngineLease(try engine.get(), directory: self)
    }

    private func leave(_ ticket: Ticket, _ result: Result<Engine, RPCError>) {
        state.withLock { $0.queue.remove(ticket) }?.resume(returning: result)
    }

    func give(_ engine: Engine, _ outcome: EngineState.Outcome) {
        let now = time.now
        change(engine) { $0.give(outcome, at: now) }
    }

    /// Gives places to those who wait, in their order.
    private func serve() {
        let now = time.now
        let served = state.withLock { state in
            state.queue.serve { wish in
                switch state.pool.choose(wish, at: now, using: &state.random) {
                case .engine(let engine): .success(engine)
                case .failed(let error): .failure(error)
                case .wait: nil
                }
            }
        }
        for (continuation, result) in served { continuation.resume(returning: result) }
    }
}

extension RPCError {
    fileprivate static let shutDown = RPCError(
        .unavailable, "the service is shutting down", reason: "draining", neverStarted: true)
    fileprivate static let cancelledInQueue = RPCError(
        .cancelled, "the call was cancelled while it waited for an engine", reason: "cancelled")

    fileprivate static func queueIsFull(_ places: Int) -> RPCError {
        RPCError(
            .resourceExhausted, "all engines are full, and \(places) requests wait already",
            reason: "full", neverStarted: true, retryAfterMilliseconds: 500)
    }

    fileprivate static func waitedTooLong(_ limit: Duration) -> RPCError {
        RPCError(
            .resourceExhausted, "no engine had room within \(limit)", reason: "queue_timeout",
            neverStarted: true, retryAfterMilliseconds: 1000)
    }
}
