import Synchronization

/// Keeps what happened, in order, and lets a test wait for what is to happen.
public final class Recorder<Element: Sendable>: Sendable {
    private struct Waiter {
        let matches: @Sendable ([Element]) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private let state = Mutex((elements: [Element](), waiters: [Waiter]()))

    public init() {}

    public var all: [Element] { state.withLock { $0.elements } }

    public func record(_ element: Element) {
        let due = state.withLock { state in
            state.elements.append(element)
            let elements = state.elements
            let due = state.waiters.filter { $0.matches(elements) }
            state.waiters.removeAll { $0.matches(elements) }
            return due
        }
        for waiter in due { waiter.continuation.resume() }
    }

    /// Returns once the record is as wanted; a test's time limit stops the tests otherwise.
    public func wait(until matches: @escaping @Sendable ([Element]) -> Bool) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDue = state.withLock { state in
                    if matches(state.elements) { return true }
                    state.waiters.append(Waiter(matches: matches, continuation: continuation))
                    return false
                }
                if isDue { continuation.resume() }
            }
        } onCancel: {
            fatalError("waited in vain; so far: \(all)")
        }
    }

    public func first(where matches: @escaping @Sendable (Element) -> Bool) async -> Element {
        await wait { $0.contains(where: matches) }
        return all.first(where: matches)!
    }
}

/// Lets other tasks run until something is so; a test's time limit stops the tests otherwise.
public func until(_ condition: () async -> Bool) async {
    while !(await condition()) {
        if Task.isCancelled { fatalError("waited in vain") }
        await Task.yield()
    }
}
