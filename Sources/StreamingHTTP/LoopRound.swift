import DequeModule

/// The round that the engine's thread is in.
final class LoopRound {
    private let clock = ContinuousClock()
    /// The time, asked for once or twice a round and not for every piece.
    private(set) var now: ContinuousClock.Instant
    private(set) var began: ContinuousClock.Instant
    private var news: [Transfer] = []

    init() {
        now = clock.now
        began = now
    }

    /// Transfers whose sockets gather bytes, and until when; the ones held first come first. Some
    /// have been released since.
    private(set) var held: Deque<(id: UInt64, until: ContinuousClock.Instant)> = []

    func holds(_ id: UInt64, until: ContinuousClock.Instant) { held.append((id, until)) }

    func removeFirstHeld() { held.removeFirst() }

    func begin() {
        now = clock.now
        began = now
    }

    func update() { now = clock.now }

    /// The consumer of this transfer is to be woken at the end of the round. Waking costs a system
    /// call while the woken threads sleep; in one go they do not get to.
    func hasNews(_ transfer: Transfer) { news.append(transfer) }

    func wakeConsumers() {
        for transfer in news { transfer.wake() }
        news.removeAll(keepingCapacity: true)
    }
}
