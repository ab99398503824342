import Dispatch
import Synchronization

/// Something that happens once: threads block on it, tasks await it. Tests order events with gates
/// instead of with time.
public final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let semaphore = DispatchSemaphore(value: 0)

    public init() {}

    public func open() {
        let waiters = state.withLock { state in
            defer { state = State(isOpen: true) }
            return state.waiters
        }
        semaphore.signal()
        for waiter in waiters { waiter.resume() }
    }

    /// Blocks the thread until the gate is open. Not for tasks.
    public func block() {
        semaphore.wait()
        semaphore.signal()
    }

    /// Waits until the gate is open.
    public func opened() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiters.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}
