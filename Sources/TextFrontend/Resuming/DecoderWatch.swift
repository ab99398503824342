import Orpheus

/// Decides when a decoder that owes samples has hung. No clock: time comes in ticks, so that what
/// this process itself was held up counts as one.
///
/// A decoder that works may let codes wait for more while its listener has sound left, and it
/// serves first who has least. One whose process has stopped sends nothing at all, to anybody.
package struct DecoderWatch: HangRule {
    package static let tick: Duration = .milliseconds(200)
    /// Samples that latent steps are ahead of those that are exact.
    private static let delay = 4757
    private static let samplesPerStep = 512
    /// What a decoder takes a listener to have buffered before it begins to play.
    private static let preroll: Duration = .milliseconds(250)
    /// A decoder that works tells its load twice a second.
    private static let longestSilence: Duration = .seconds(1)
    /// The least time that samples are owed for before that counts.
    private static let shortestDebt: Duration = .milliseconds(400)
    /// What is kept of a listener's lead for the way to another decoder.
    private static let reserve: Duration = .milliseconds(600)
    private static let longestPatience: Duration = .seconds(5)
    /// Where nobody else could go on.
    private static let patienceAlone: Duration = .seconds(10)

    private let stalls: Int
    private var codes = 0
    private var isEnded = false
    private var samples = 0
    /// Sound that the listener of this stream has left to play, as the decoder sees it.
    private var lead: Duration = .zero
    private var isWaiting = false
    /// For how long samples have been owed.
    package private(set) var waited: Duration = .zero

    /// - Parameter stalls: Decoders before this one that were given up: several in a row mean that
    ///   all are slow, and then to move makes it worse.
    package init(stalls: Int = 0) { self.stalls = min(stalls, 4) }

    /// So many codes of this stream were sent.
    package mutating func sent(codes: Int) { self.codes = codes }

    /// Whole frames that were sent.
    package var frames: Int { codes / Slot.count }

    private var steps: Int {
        frames * Frame.latentSteps
            + (codes % Slot.count >= Slot.firstHalf ? Frame.latentSteps / 2 : 0)
    }

    /// The decoder knows that no codes will follow.
    package mutating func sentAll() { isEnded = true }

    /// Somebody waits for the decoder, or is busy with what came.
    package mutating func waits(_ isWaiting: Bool) { self.isWaiting = isWaiting }

    package mutating func received(samples count: Int) {
        if samples == 0 { lead = Self.preroll }
        samples += count
        lead += .seconds(Double(count) / Double(Frame.sampleRate))
        waited = .zero
    }

    /// The decoder has what it needs for samples, and no reason to keep them.
    package var owes: Bool {
        guard isWaiting else { return false }
        if isEnded { return true }
        guard samples > 0 else { return steps * Self.samplesPerStep > Self.delay }
        switch steps - (samples + Self.delay) / Self.samplesPerStep {
        case ...0: return false
        case ..<4: return lead <= .milliseconds(500)
        case ..<8: return lead <= .seconds(2)
        case ..<16: return lead <= .seconds(5)
        default: return true
        }
    }

    /// A tick has passed.
    /// - Parameters:
    ///   - silence: For how long the decoder has sent nothing at all.
    ///   - hasOther: Another decoder could go on.
    /// - Returns: True when this one is to be given up.
    package mutating func tick(silence: Duration, hasOther: Bool) -> Bool {
        lead = max(.zero, lead - Self.tick)
        guard isWaiting else { return false }
        guard owes else {
            waited = .zero
            return false
        }
        waited += Self.tick
        let factor = 1 << stalls
        guard hasOther else { return waited >= Self.patienceAlone * factor }
        let shortest = Self.longestSilence * factor
        if silence >= shortest { return waited >= Self.shortestDebt }
        guard waited >= shortest else { return false }
        return lead <= Self.reserve || waited >= Self.longestPatience
    }
}
