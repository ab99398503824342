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
    /// The server got on.
    func progress()
    /// The server got on; from now it may take so long.
    func progress(limit: Duration)
    func stop()
    /// The limit that was passed, once it has fired.
    var fired: Duration? { get }
}

/// - Parameters:
///   - first: the limit until another one is set.
///   - onStall: called at most once, from any thread.
func stallWatch(
    _ clock: any Clock<Duration>, first: Duration, onStall: @escaping @Sendable () -> Void
) -> any StallWatching {
    func make<C: Clock>(_ clock: C) -> any StallWatching where C.Duration == Duration {
        StallWatch(clock, first: first, onStall: onStall)
    }
    // The clock that matters by its name, so that its watch is compiled for it.
    if let clock = clock as? ContinuousClock { return make(clock) }
    return make(clock)
}

/// One sleeping task a session looks at a deadline that moves outwards; progress costs no timer.
private final class StallWatch<C: Clock>: StallWatching where C.Duration == Duration {
    private struct State {
        var countdown: Countdown<C>
        /// When the task looks next.
        var wake: C.Instant
        var task: Task<Void, Never>?
    }

    /// What the task shares with the watch, which may go before.
    private final class Shared: Sendable {
        let state: Mutex<State>
        init(_ state: State) { self.state = Mutex(state) }
    }

    private let clock: C
    private let onStall: @Sendable () -> Void
    private let shared: Shared

    init(_ clock: C, first: Duration, onStall: @escaping @Sendable () -> Void) {
        self.clock = clock
        self.onStall = onStall
        let wake = clock.now.advanced(by: first)
        shared = Shared(State(countdown: Countdown(limit: first), wake: wake))
        shared.state.withLock { look(at: wake, &$0) }
    }

    deinit { stop() }

    func begin() { change { $0.begin($1) } }
    func end() { change { $0.end($1) } }
    func progress() { change { $0.restart($1) } }
    func progress(limit: Duration) { change { $0.restart($1, limit: limit) } }
    func stop() { shared.state.withLock { $0.task?.cancel() } }

    var fired: Duration? {
        shared.state.withLock { $0.countdown.hasFired ? $0.countdown.limit : nil }
    }

    private func change(_ body: (inout Countdown<C>, C.Instant) -> Void) {
        let now = clock.now
        shared.state.withLock { state in
            body(&state.countdown, now)
            // Only a limit that has become shorter lets a deadline come before the next look.
            if let deadline = state.countdown.deadline, deadline < state.wake {
                look(at: deadline, &state)
            }
        }
    }

    private func look(at wake: C.Instant, _ state: inout State) {
        state.task?.cancel()
        state.wake = wake
        state.task = Task { [clock, shared, onStall] in
            var wake = wake
            while (try? await clock.sleep(until: wake, tolerance: nil)) != nil {
                let now = clock.now
                let next: C.Instant? = shared.state.withLock { state in
                    guard !Task.isCancelled else { return state.wake }
                    if state.countdown.fires(at: now) { return nil }
                    state.wake = state.countdown.nextLook(now)
                    return state.wake
                }
                guard let next else { return onStall() }
                wake = next
            }
        }
    }
}
