/// The figures of one load.
package struct LoadFigures: Encodable, Sendable {
    /// Streams at once: as soon as one ends, the next begins.
    package let streams: Int
    package let temperature: Double?
    package let topP: Double?
    package let repetitionPenalty: Double?
    /// Of all streams together.
    package let tokensPerSecond: Double
    /// Of a stream from its first frame on; the slowest of a hundred is p1.
    package let streamTokensPerSecondP50: Double?
    package let streamTokensPerSecondP1: Double?
    package let firstFrameMillisecondsP50: Double?
    package let firstFrameMillisecondsP99: Double?
    /// Streams that began to speak, and those of them whose listener never waited too long.
    package let spokenStreams: Int
    package let heldStreams: Int
    package let refusedCalls: Int
    package let failedCalls: Int
    /// Given up long after the load had ended.
    package let unfinishedStreams: Int
    /// Ended by the limit of tokens or a loop instead of the end of speech.
    package let cutStreams: Int
    package let droppedTokens: Int
    /// Times that a stream was begun again with another seed.
    package let rolls: Int
    /// Of sound, in all.
    package let speechSeconds: Double
    /// The first failure's words.
    package let failure: String?

    /// - Parameters:
    ///   - window: The time in which tokens are counted, when all streams are at work.
    package init(
        streams: Int, setting: TuneSetting, calls: [TuneCall], window: Range<Double>,
        patience: TunePatience
    ) {
        self.streams = streams
        temperature = setting.temperature
        topP = setting.topP
        repetitionPenalty = setting.repetitionPenalty
        let arrivals = calls.flatMap(\.arrivals)
        let counted = arrivals.reduce(0) { window.contains($1.time) ? $0 + $1.codes : $0 }
        tokensPerSecond = Self.rounded(Double(counted) / (window.upperBound - window.lowerBound))
        let rates = Percentiles(calls.compactMap(\.tokensPerSecond))
        streamTokensPerSecondP50 = rates(0.5).map { Self.rounded($0) }
        streamTokensPerSecondP1 = rates(0.01).map { Self.rounded($0) }
        let first = Percentiles(calls.compactMap(\.firstFrame))
        firstFrameMillisecondsP50 = first(0.5).map { Self.rounded($0 * 1000) }
        firstFrameMillisecondsP99 = first(0.99).map { Self.rounded($0 * 1000) }
        let spoken = calls.filter { !$0.arrivals.isEmpty || $0.end == .unfinished }
        spokenStreams = spoken.count
        heldStreams = spoken.count { $0.isHeld(by: patience) }
        refusedCalls = calls.count { $0.end == .refused }
        unfinishedStreams = calls.count { $0.end == .unfinished }
        var (cut, dropped, rolls, failures) = (0, 0, 0, [String]())
        for call in calls {
            switch call.end {
            case .complete(let isCut, let droppedTokens, let seeds):
                cut += isCut ? 1 : 0
                dropped += droppedTokens
                rolls += seeds
            case .failed(let words): failures.append(words)
            case .refused, .unfinished: break
            }
        }
        (cutStreams, droppedTokens, failedCalls) = (cut, dropped, failures.count)
        self.rolls = rolls
        failure = failures.first
        speechSeconds = Self.rounded(
            arrivals.reduce(0) { $0 + Double($1.codes) } * PacingPlan.codeSeconds)
    }

    /// Percent of the streams that began to speak; nil where none did.
    package var heldPercent: Double? {
        spokenStreams > 0 ? 100 * Double(heldStreams) / Double(spokenStreams) : nil
    }

    /// Every stream was taken, and no listener waited.
    package var isHeld: Bool {
        spokenStreams > 0 && heldStreams == spokenStreams && refusedCalls == 0 && failedCalls == 0
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
