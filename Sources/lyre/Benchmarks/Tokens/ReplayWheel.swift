/// When each stream of the replay says its next token: a wheel with a place for each stream, which
/// turns once a token.
///
/// However the streams began, their phases are spread evenly.
package struct ReplayWheel: Sendable {
    package let places: Int
    private let placesPerSecond: Double
    private var passed = 0

    /// - Parameter rate: Tokens a second of each stream.
    package init(places: Int, rate: Double) {
        self.places = places
        placesPerSecond = Double(places) * rate
    }

    /// Turns it to a time in seconds from the start, and calls `pass` for each place that goes by,
    /// in order.
    package mutating func turn(to seconds: Double, _ pass: (Int) -> Void) {
        let reached = Int(seconds * placesPerSecond)
        while passed < reached {
            pass(passed % places)
            passed += 1
        }
    }
}
