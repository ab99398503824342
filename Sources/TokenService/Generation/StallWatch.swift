import LyreRPC
import Synchronization

/// Counts the time in which a session waits for its server without progress, and fires once when
/// there was too much of it.
///
/// It runs only between `begin` and `end`: a listener who takes no frames does not make a server
/// late. One sleeping task looks at a deadline that moves outwards; progress costs no timer.
final class StallWatch: Sendable {
    private struct State {
        var countdown: Countdown
        /// When the task looks next.
        var wake: Instant
        var task: Task<Void, Never>?
    }

    /// What the task shares with the watch, which may go before.
    private final class Shared: Sendable {
        let state: Mutex<State>
        init(_ state: State) { self.state = Mutex(state) }
    }

    private let time: any ClockTime
    private let onStall: @Sendable () -> Void
    private let shared: Shared

    /// - Parameters:
    ///   - first: the limit until another one is set.
    ///   - onStall: called at most once, from any thread.
    init(_ clock: any Clock<Duration>, first: Duration, onStall: @escaping @Sendable () -> Void) {
        self.onStall = onStall
        time = clock.timeSource
        let wake = time.now + first
        shared = Shared(State(countdown: Countdown(limit: first), wake: wake))
        shared.state.withLock { look(at: wake, &$0) }
    }

    deinit { stop() }

    /// Somebody waits for the server.
    func begin() { change { $0.begin($1) } }
    /// Nobody waits any more.
    func end() { change { $0.end($1) } }
    /// The server got on.
    func progress() { change { $0.restart($1) } }
    /// The server got on; from now it may take so long.
    func progress(limit: Duration) { change { $0.restart($1, limit: limit) } }
    func stop() { shared.state.withLock { $0.task }?.cancel() }

    /// The limit that was passed, once it has fired.
    var fired: Duration? {
        shared.state.withLock { $0.countdown.hasFired ? $0.countdown.limit : nil }
    }

    private func change(_ body: (inout Countdown, Instant) -> Void) {
        let now = time.now
        shared.state.withLock { state in
            body(&state.countdown, now)
            // Only a limit that has become shorter lets a deadline come before the next look.
            if let deadline = state.countdown.deadline, deadline < state.wake {
                look(at: deadline, &state)
            }
        }
    }

    private func look(at wake: Instant, _ state: inout State) {
        state.task?.cancel()
        state.wake = wake
        state.task = Task { [time, shared, onStall] in
            var wake = wake
            while (try? await time.sleep(until: wake)) != nil {
                let now = time.now
                let next: Instant? = shared.state.withLock { state in
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
