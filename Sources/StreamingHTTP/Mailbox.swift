import Synchronization

/// Commands on their way to the engine's thread.
final class Mailbox: Sendable {
    private struct State {
        var commands: [HTTPEngine.Command] = []
        var isOpen = true
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
            // A mailbox that held something has woken the thread already.
            if state.commands.count == 1 { wake() }
            return true
        }
    }

    func takeAll() -> [HTTPEngine.Command] {
        state.withLock { state in
            defer { state.commands.removeAll() }
            return state.commands
        }
    }

    /// Closes it, and returns what nobody will take any more.
    func close() -> [HTTPEngine.Command] {
        state.withLock { state in
            state.isOpen = false
            defer { state.commands = [] }
            return state.commands
        }
    }
}
