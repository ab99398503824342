/// The time as the engine's thread sees it: asked for once or twice a round, not for every piece.
final class LoopTime {
    private let clock = ContinuousClock()
    private(set) var now: ContinuousClock.Instant

    init() { now = clock.now }

    func update() { now = clock.now }
}
