import Synchronization

/// Commands for the engine's thread, and the jobs of tasks that run on it.
final class Mailbox: Sendable {
    struct Contents {
        var commands: [HTTPEngine.Command] = []
        var jobs: [UnownedJob] = []

        var isEmpty: Bool { commands.isEmpty && jobs.isEmpty }
    }

    private struct State {
        var contents = Contents()
        var isOpen = true
        /// The thread waits, or is about to.
        var isAsleep = false
    }

    private let state = Mutex(State())
    private let wake: @Sendable () -> Void

    /// - Parameter wake: called under the lock and never after ``close()``.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// - Returns: false when the thread takes no commands any more.
    @discardableResult
    func post(_ command: HTTPEngine.Command) -> Bool { add { $0.commands.append(command) } }

    /// - Returns: false when the thread runs no jobs any more.
    func post(_ job: UnownedJob) -> Bool { add { $0.jobs.append(job) } }

    private func add(_ put: (inout Contents) -> Void) -> Bool {
        state.withLock { state in
            guard state.isOpen else { return false }
            put(&state.contents)
            // The thread itself looks here before it sleeps.
            if state.isAsleep {
                state.isAsleep = false
                wake()
            }
            return true
        }
    }

    /// Empties it.
    /// - Parameter contents: Empty; its room is used for what comes next.
    func take(_ contents: inout Contents) {
        state.withLock { swap(&$0.contents, &contents) }
    }

    /// Whether the thread may sleep: nothing is here, and what comes from now on wakes it.
    func beginSleep() -> Bool {
        state.withLock { state in
            state.isAsleep = state.contents.isEmpty
            return state.isAsleep
        }
    }

    func endSleep() { state.withLock { $0.isAsleep = false } }

    /// Closes it, and returns what nobody will take any more.
    func close() -> Contents {
        state.withLock { state in
            state.isOpen = false
            defer { state.contents = Contents() }
            return state.contents
        }
    }
}
