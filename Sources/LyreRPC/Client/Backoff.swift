/// Waits between attempts to connect: growing, bounded, and spread so that clients do not return
/// in step.
package struct Backoff {
    private var attempt = 0
    private let first = 0.05
    private let limit = 5.0

    package init() {}

    package mutating func reset() { attempt = 0 }

    package mutating func next(using random: inout some RandomNumberGenerator) -> Duration {
        let full = min(limit, first * Double(1 << min(attempt, 16)))
        attempt += 1
        return .seconds(full * .random(in: 0.8...1.2, using: &random))
    }
}
