import Synchronization

/// Commands on their way to the engine's thread.
final class Mailbox: Sendable {
    private struct State {
        var commands: [HTTPEngine.Command] = []
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
    func post(_ command: HTTPEngine.Command) -> Bool {
        state.withLock { state in
            guard state.isOpen else { return false }
            state.commands.append(command)
            // The thread itself looks here before it sleeps.
            if state.isAsleep {
                state.isAsleep = false
                wake()
            }
            return true
        }
    }

    func takeAll() -> [HTTPEngine.Command] {
        state.withLock { state in
            defer { state.commands.removeAll() }
            return state.commands
        }
    }

    /// Whether the thread may sleep: nothing is here, and what comes from now on wakes it.
    func beginSleep() -> Bool {
        state.withLock { state in
            state.isAsleep = state.commands.isEmpty
            return state.isAsleep
        }
    }

    func endSleep() { state.withLock { $0.isAsleep = false } }

    /// Closes it, and returns what nobody will take any more.
    func close() -> [HTTPEngine.Command] {
        state.withLock { state in
            state.isOpen = false
            defer { state.commands = [] }
            return state.commands
        }
    }
}
