import Synchronization

/// Held by whoever takes a stream's step; traps when two do. Acquire and release order what one has
/// written before what the next reads.
package struct StreamLatch: ~Copyable {
    private let isTaken = Atomic(false)

    package init() {}

    package func take() {
        let wasFree = isTaken.compareExchange(
            expected: false, desired: true, ordering: .acquiring
        ).exchanged
        precondition(wasFree, "a stream takes one step at a time")
    }

    package func release() { isTaken.store(false, ordering: .releasing) }
}
