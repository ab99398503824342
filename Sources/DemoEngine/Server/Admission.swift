import Synchronization

/// How many requests run, and who waits: first come, first served.
package final class Admission: Sendable {
    private struct State {
        var running = 0
        var nextID = 0
        /// Who waits, by number; the continuation comes with the wait itself.
        var waiting: [(id: Int, continuation: CheckedContinuation<Void, any Error>?)] = []
        /// Who was let in before it had begun to wait.
        var called: Set<Int> = []
    }
    private let state = Mutex(State())
    private let maxRunning: Int
    private let maxWaiting: Int

    /// - Parameter maxWaiting: nil for as many as come.
    package init(maxRunning: Int, maxWaiting: Int?) {
        self.maxRunning = max(1, maxRunning)
        self.maxWaiting = max(0, maxWaiting ?? .max)
    }

    package var running: Int { state.withLock { $0.running } }
    package var waiting: Int { state.withLock { $0.waiting.count } }

    /// A place among those who run, or in the queue; nil when both are full.
    package func enter() -> Ticket? {
        state.withLock { state in
            state.nextID += 1
            let id = state.nextID
            if state.running < maxRunning {
                state.running += 1
                state.called.insert(id)
            } else if state.waiting.count < maxWaiting {
                state.waiting.append((id, nil))
            } else {
                return nil
            }
            return Ticket(admission: self, id: id)
        }
    }

    /// Returns when the ticket may run.
    fileprivate func wait(_ id: Int) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<Void, any Error>? = state.withLock { state in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.called.contains(id) { return .success(()) }
                    guard let index = state.waiting.firstIndex(where: { $0.id == id }) else {
                        return .failure(CancellationError())
                    }
                    state.waiting[index].continuation = continuation
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            leave(id)
        }
    }

    /// Gives a place back, and calls the next one in.
    fileprivate func leave(_ id: Int) {
        let (gone, next) = state.withLock { state in
            let none: CheckedContinuation<Void, any Error>? = nil
            if let index = state.waiting.firstIndex(where: { $0.id == id }) {
                return (state.waiting.remove(at: index).continuation, none)
            }
            guard state.called.remove(id) != nil else { return (none, none) }
            guard !state.waiting.isEmpty else {
                state.running -= 1
                return (none, none)
            }
            let next = state.waiting.removeFirst()
            state.called.insert(next.id)
            return (none, next.continuation)
        }
        gone?.resume(throwing: CancellationError())
        next?.resume()
    }

    /// A place, given back when it is let go.
    package final class Ticket: Sendable {
        private let admission: Admission
        private let id: Int

        fileprivate init(admission: Admission, id: Int) {
            self.admission = admission
            self.id = id
        }

        /// Returns when it is this one's turn.
        /// - Throws: `CancellationError` when the task is cancelled; the place is given back then.
        package func turn() async throws { try await admission.wait(id) }

        /// Gives the place back; a second time does nothing.
        package func leave() { admission.leave(id) }

        deinit { admission.leave(id) }
    }
}
