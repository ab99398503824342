/// Lets tokens out at a rate, as a model that computes them does.
struct Pacer: Sendable {
    /// Tokens a second; 0 for no limit.
    let rate: Double
    /// Waits are at least this long: several tokens leave together at high rates.
    private static let tick = Duration.milliseconds(5)
    private let start = ContinuousClock.now

    init(rate: Double) { self.rate = rate }

    /// Waits until token `next` is due, and returns how many are due then, `next` included.
    func due(after next: Int, of count: Int) async throws -> Int {
        guard rate > 0 else { return min(next + 28, count) }
        let dueAt = start + .seconds(Double(next + 1) / rate)
        let now = ContinuousClock.now
        if dueAt > now {
            try await Task.sleep(until: max(dueAt, now + Self.tick), clock: .continuous)
        } else {
            try Task.checkCancellation()
        }
        let elapsed = start.duration(to: .now)
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        return min(max(Int(seconds * rate), next + 1), count)
    }
}
