import LyreRPC
import SNAC

/// Where a stream stands between its sender, the engines and its listener.
package struct StreamProgress: Sendable {
    /// Codes that wait for an engine.
    package private(set) var codes: [HalfFrame] = []
    /// When the oldest and the newest of them came.
    private(set) var oldest = Instant.distantFuture
    private(set) var newest = Instant.distantFuture
    /// No codes will come behind these.
    private(set) var isEnded = false
    /// All of it is decoded.
    package private(set) var isFinished = false
    package private(set) var listener = Listener()
    /// An engine has it.
    package private(set) var isRunning = false
    /// Samples wait for the listener to take them.
    package private(set) var hasSamples = false
    /// Half frames that engines have taken, counted from the first.
    private var halves = 0
    /// Latent steps of the frames before its first one, which the first hop decodes too.
    private var contextSteps: Int

    package init(contextSteps: Int) { self.contextSteps = contextSteps }

    /// Half frames that it may take now.
    package var room: Int { max(0, BatchPolicy.mostWaiting - codes.count) }

    /// An engine may have it: nobody else does, and there is something to do.
    var isWaiting: Bool {
        !isRunning && !hasSamples && !isFinished && (isEnded || !codes.isEmpty)
    }

    /// When its next hop should be there.
    package var due: Instant { listener.runsDry ?? oldest + BatchPolicy.firstSound }

    /// From when on it takes an engine rather than to wait for more codes; nil while it cannot.
    package var ripe: Instant? {
        guard isWaiting else { return nil }
        let steps = codes.count * HalfFrame.latentSteps
        guard !isEnded, let dry = listener.runsDry,
            let patience = BatchPolicy.patience(steps: steps)
        else { return Instant(nanoseconds: 0) }
        return dry.earlier(by: patience)
    }

    package mutating func push(_ more: some Collection<HalfFrame>, at now: Instant) {
        if codes.isEmpty { oldest = now }
        newest = now
        codes += more
    }

    package mutating func end(at now: Instant) {
        if codes.isEmpty { (oldest, newest) = (now, now) }
        isEnded = true
    }

    /// Takes a hop of at most so many latent steps; nil where none fits. The first hop of a batch
    /// fits always, so that no stream waits for ever.
    mutating func takeHop(of limit: Int, isFirst: Bool) -> Hop? {
        let limit = min(limit, BatchPolicy.mostHop)
        let waiting = codes.count * HalfFrame.latentSteps
        let flush = isEnded ? Vocoder.flushSteps : 0
        let isLast = isEnded && (waiting + flush <= limit || (isFirst && waiting == 0))
        var count = codes.count
        if !isLast {
            count = min(count, (limit - contextSteps) / HalfFrame.latentSteps)
            if count <= 0 {
                guard isFirst, !codes.isEmpty else { return nil }
                count = 1
            }
        }
        let hop = Hop(
            codes: Array(codes.prefix(count)), isLast: isLast,
            steps: count * HalfFrame.latentSteps + contextSteps + (isLast ? flush : 0),
            frames: (halves + count) / 2 - halves / 2, arrival: newest)
        codes.removeFirst(count)
        halves += count
        contextSteps = 0
        isRunning = true
        return hop
    }

    /// Samples come from the engine.
    /// - Returns: How long the listener has waited for them.
    package mutating func deliver(_ samples: Int, at now: Instant) -> Duration {
        hasSamples = true
        return listener.receive(samples, at: now)
    }

    /// The listener has taken the samples.
    package mutating func samplesTaken() { hasSamples = false }

    /// The engine is done with it.
    package mutating func endHop(isLast: Bool) {
        isRunning = false
        isFinished = isLast
    }
}

/// What an engine does for one stream in one batch.
package struct Hop: Sendable {
    package var codes: [HalfFrame]
    /// The stream ends behind them.
    package var isLast: Bool
    /// Latent steps, those of context and flush included.
    package var steps: Int
    /// Frames of which these are the last codes.
    package var frames: Int
    /// When the newest of its codes came.
    package var arrival: Instant
}
