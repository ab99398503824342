import LyreRPC

/// What is known of one engine, and whether it may have another stream. No clock, no I/O.
package struct EngineState: Sendable {
    package enum Health: Hashable, Sendable {
        /// Nobody has looked yet.
        case unknown
        case ready
        /// Why it is not, in a few words.
        case unready(String)
    }

    /// How a stream ended, as far as it tells of the engine.
    package enum Outcome: Sendable {
        case good
        /// Nothing about the engine: the caller left, or its request was wrong.
        case neutral
        /// It has no room, and wants to be left alone for so long.
        case full(Duration?)
        /// It failed in a way that the next stream would meet too.
        case unfit
        /// It failed; maybe this stream alone.
        case failed
    }

    /// The first ejection; each one after another doubles it.
    package static let firstEjection: Duration = .seconds(1)
    package static let longestEjection: Duration = .seconds(30)
    /// Streams in a row that fail before an engine is ejected, where one failure proves nothing.
    package static let patience = 2
    /// From the return of an ejected engine until it has its full share again.
    package static let returning: Duration = .seconds(10)
    /// For a server that is full and does not say for how long.
    package static let rest: Duration = .milliseconds(500)

    package let engine: Engine
    /// Streams of ours that it has.
    package private(set) var active = 0
    package var health = Health.unknown {
        didSet { if health == .ready, oldValue != .ready { recovered() } }
    }
    package private(set) var load: EngineLoad?
    /// Streams of ours when ``load`` was read.
    private var activeAtLoad = 0
    /// Why its canary says that it must not be used.
    package var defect: String?
    /// The slot constraint acts there.
    package var hasSlotConstraint = false
    /// Tokens of a prompt and its completion together; nil where it does not say.
    package var contextLimit: Int?
    private var failures = 0
    package private(set) var ejections = 0
    private var ejectedUntil: Instant?
    private var restsUntil: Instant?

    package init(_ engine: Engine) { self.engine = engine }

    package mutating func take() { active += 1 }

    package mutating func give(_ outcome: Outcome, at now: Instant) {
        active -= 1
        switch outcome {
        case .neutral: break
        case .good: (failures, ejections) = (0, isEjected(at: now) ? ejections : 0)
        case .full(let time): restsUntil = now + (time ?? Self.rest)
        case .unfit: eject(at: now)
        case .failed:
            failures += 1
            if failures >= Self.patience { eject(at: now) }
        }
    }

    package mutating func read(_ load: EngineLoad?) {
        self.load = load
        activeAtLoad = active
    }

    package func isEjected(at now: Instant) -> Bool { ejectedUntil.map { now < $0 } ?? false }

    /// May have streams, as far as is known.
    package func isUsable(at now: Instant) -> Bool {
        if case .unready = health { return false }
        return defect == nil && !isEjected(at: now) && restsUntil.map { $0 <= now } ?? true
    }

    /// Further streams that it may have now.
    package func room(at now: Instant) -> Int {
        guard let back = ejectedUntil, back <= now else { return engine.streams - active }
        // Slowly: who has just failed may fail again, and caches are cold.
        let share = min(1, (now - back) / Self.returning)
        return max(1, Int(Double(engine.streams) * share)) - active
    }

    /// How busy it is; 1 is full.
    package var score: Double {
        let others = load.map { max(0, $0.running + $0.waiting - activeAtLoad) } ?? 0
        let waiting = load?.waiting ?? 0
        // A full cache preempts streams, which stalls them in mid-sound.
        let cache = max(0, (load?.cacheUse ?? 0) - 0.9) * 10
        return Double(active + others + waiting) / Double(engine.streams) + cache
    }

    /// All streams that it had are failing one after another: that is one ejection, not many.
    private mutating func eject(at now: Instant) {
        guard !isEjected(at: now) else { return }
        let time = Self.firstEjection * (1 << min(ejections, 10))
        ejections += 1
        failures = 0
        ejectedUntil = now + min(time, Self.longestEjection)
    }

    /// It answers again: what it did before its restart is forgiven.
    private mutating func recovered() {
        failures = 0
        restsUntil = nil
    }
}

extension EngineState.Outcome {
    package init(_ error: GenerationError) {
        self =
            switch error.kind {
            case .overloaded: .full(error.retryAfter)
            case .unavailable, .foreign, .unauthorized, .unknownModel: .unfit
            case .stalled, .broken: .failed
            case .badRequest, .cancelled, .silent: .neutral
            }
    }
}
