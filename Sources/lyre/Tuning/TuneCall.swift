import SNAC

/// What happened to one call of Tokens/Generate, and when: seconds from the start of its load.
package struct TuneCall: Sendable {
    package struct Arrival: Sendable {
        package let time: Double
        package let codes: Int

        package init(time: Double, codes: Int) {
            self.time = time
            self.codes = codes
        }
    }

    package enum End: Hashable, Sendable {
        /// Spoken to its end; or cut, by the limit of its tokens or because the model looped.
        case complete(isCut: Bool, droppedTokens: Int, rolls: Int)
        /// There was no room for it.
        case refused
        case failed(String)
        /// It was given up, long after the load had ended.
        case unfinished
    }

    package let start: Double
    package let arrivals: [Arrival]
    package let end: End

    package init(start: Double, arrivals: [Arrival], end: End) {
        self.start = start
        self.arrivals = arrivals
        self.end = end
    }

    /// Seconds from the call to its first frame.
    package var firstFrame: Double? { arrivals.first.map { $0.time - start } }

    /// Tokens a second from the first frame on; nil where there is nothing to measure it by.
    package var tokensPerSecond: Double? {
        guard let first = arrivals.first, let last = arrivals.last, last.time > first.time else {
            return nil
        }
        let codes = arrivals.dropFirst().reduce(0) { $0 + $1.codes }
        return Double(codes) / (last.time - first.time)
    }

    /// True when a listener never waits: neither longer than they like for the first frame, nor,
    /// having begun to play a moment after it, for any other.
    package func isHeld(by patience: TunePatience) -> Bool {
        guard case .complete = end, let firstFrame, firstFrame <= patience.firstFrame else {
            return false
        }
        var listener = Playback(preroll: patience.preroll)
        for arrival in arrivals {
            let frames = arrival.codes / CodeUnit.codesPerFrame
            listener.receive(frames * SNACFrame.samples, at: arrival.time)
        }
        return listener.underruns == 0
    }
}

/// What the listeners of a measurement put up with, in seconds.
package struct TunePatience: Sendable {
    /// From the call to the first frame.
    package let firstFrame: Double
    /// From the first frame until it plays.
    package let preroll: Double

    package init(firstFrame: Double, preroll: Double) {
        self.firstFrame = firstFrame
        self.preroll = preroll
    }
}
