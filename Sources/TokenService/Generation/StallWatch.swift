import Synchronization

/// Counts the time in which a session waits for its server without progress, and fires once when
/// there was too much of it.
///
/// It runs only between `begin` and `end`: a listener who takes no frames does not make a server
/// late.
protocol StallWatching: Sendable {
    /// Somebody waits for the server.
    func begin()
    /// Nobody waits any more.
    func end()
    /// The server got on; from now it may take so long.
    func progress(limit: Duration)
    func stop()
    /// The limit that was passed, once it has fired.
    var fired: Duration? { get }
}

/// - Parameters:
///   - first: the limit until the first progress.
///   - shortest: no later limit is shorter.
///   - onStall: called at most once, from any thread.
func stallWatch(
    _ clock: any Clock<Duration>, first: Duration, shortest: Duration,
    onStall: @escaping @Sendable () -> Void
) -> any StallWatching {
    func make<C: Clock>(_ clock: C) -> any StallWatching where C.Duration == Duration {
        StallWatch(clock, first: first, shortest: shortest, onStall: onStall)
    }
    return make(clock)
}

/// One sleeping task a session looks at a deadline that moves; progress costs no timer.
private final class StallWatch<C: Clock>: StallWatching where C.Duration == Duration {
    private final class State: Sendable {
        let countdown: Mutex<Countdown<C>>
        init(limit: Duration) { countdown = Mutex(Countdown(limit: limit)) }
    }

    private let clock: C
    private let state: State
    private let task: Task<Void, Never>

    init(
        _ clock: C, first: Duration, shortest: Duration, onStall: @escaping @Sendable () -> Void
    ) {
        let state = State(limit: first)
        self.clock = clock
        self.state = state
        task = Task {
            while !Task.isCancelled {
                let wake = state.countdown.withLock { $0.wake(clock.now, atMost: min(first, shortest)) }
                guard (try? await clock.sleep(until: wake, tolerance: nil)) != nil else { return }
                if state.countdown.withLock({ $0.fires(at: clock.now) }) { return onStall() }
            }
        }
    }

    deinit { task.cancel() }

    func begin() { state.countdown.withLock { $0.begin(clock.now) } }
    func end() { state.countdown.withLock { $0.end(clock.now) } }
    func progress(limit: Duration) {
        state.countdown.withLock { $0.restart(clock.now, limit: limit) }
    }
    func stop() { task.cancel() }
    var fired: Duration? { state.countdown.withLock { $0.hasFired ? $0.limit : nil } }
}
