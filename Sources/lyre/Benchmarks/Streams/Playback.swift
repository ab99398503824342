/// A listener of one stream.
///
/// It begins to play a moment after the first samples have come, and plays 24,000 samples a second.
/// An underrun is a moment at which the next sample to play has not come; it then waits for it, and
/// goes on at once when it is there. Times are seconds of one clock.
package struct Playback: Sendable {
    private let preroll: Double
    private var samples = 0
    /// When the first sample plays; later by each wait.
    private var origin = 0.0

    package private(set) var underruns = 0
    /// Seconds of sound that were left to play whenever more came; below 0 by how long it was
    /// waited for.
    package private(set) var leads: [Double] = []

    /// - Parameter preroll: Seconds from the first samples to the first one that plays.
    package init(preroll: Double) { self.preroll = preroll }

    /// Samples have come.
    package mutating func receive(_ count: Int, at time: Double) {
        if samples == 0 {
            origin = time + preroll
        } else {
            let next = origin + Double(samples) / PacingPlan.samplesPerSecond
            leads.append(next - time)
            if time > next {
                underruns += 1
                origin += time - next
            }
        }
        samples += count
    }

    /// The stream was given up before its end: its listener waits for good.
    package mutating func giveUp() { underruns += 1 }
}
