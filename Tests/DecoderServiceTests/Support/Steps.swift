import Dispatch
import Synchronization

/// Steps that engines are allowed; any number once the test does not care any more.
final class Steps: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let isFree = Atomic(false)

    func wait() {
        if !isFree.load(ordering: .acquiring) { semaphore.wait() }
    }

    func allow(_ count: Int = 1) {
        for _ in 0..<count { semaphore.signal() }
    }

    /// - Parameter engines: How many may be waiting.
    func free(engines: Int) {
        isFree.store(true, ordering: .releasing)
        allow(engines)
    }
}
