import LyreRPC
import Orpheus

/// All engines, and which of them is to have the next stream. No clock, no I/O.
package struct EnginePool: Sendable {
    /// What a stream needs.
    package struct Wish: Sendable {
        package var language: Voice.Language
        /// Engines that failed it: taken only where there is no other.
        package var avoided: Set<Engine> = []
        /// It has begun to speak. It is worth waiting for an engine that can go on.
        package var isResumed = false

        package init(language: Voice.Language) { self.language = language }
    }

    /// What becomes of it.
    package enum Choice: Sendable {
        case engine(Engine)
        /// Those that could have it are full, or down for now.
        case wait
        case failed(RPCError)
    }

    package private(set) var states: [Engine: EngineState] = [:]
    /// Why there is no list of engines, or an empty one.
    private var sourceError: EngineSourceError?
    private var isKnown = false

    package init() {}

    // MARK: The list

    /// Takes a new list. Engines that are no longer named are forgotten; their streams go on.
    /// - Returns: Those that are new, and those that are gone.
    package mutating func update(_ engines: [Engine]) -> (new: [Engine], gone: [Engine]) {
        let named = Set(engines)
        let new = named.filter { states[$0] == nil }
        let gone = states.keys.filter { !named.contains($0) }
        for engine in new { states[engine] = EngineState(engine) }
        for engine in gone { states[engine] = nil }
        sourceError = engines.isEmpty ? EngineSourceError("there is no engine") : nil
        isKnown = true
        return (Array(new), gone)
    }

    /// The list could not be had: the last one stays.
    package mutating func failed(_ error: EngineSourceError) { if !isKnown { sourceError = error } }

    package mutating func change(_ engine: Engine, _ body: (inout EngineState) -> Void) {
        guard var state = states[engine] else { return }
        body(&state)
        states[engine] = state
    }

    // MARK: Choosing

    /// Chooses an engine and takes a place there.
    package mutating func choose(
        _ wish: Wish, at now: Instant, using random: inout some RandomNumberGenerator
    ) -> Choice {
        guard isKnown || sourceError != nil else { return .wait }
        let speaking = states.values.filter { $0.engine.speaks(wish.language) }
        guard !speaking.isEmpty else { return .failed(nobody(for: wish.language)) }
        let usable = speaking.filter { $0.isUsable(at: now) }
        if usable.isEmpty {
            // Its own words say best what is wrong with an engine that stands alone.
            guard !wish.isResumed, wish.avoided.isEmpty,
                let last = speaking.min(by: { $0.ejections < $1.ejections })
            else { return wish.isResumed ? .wait : .failed(.noEngineIsUsable(speaking)) }
            if let defect = last.defect { return .failed(.unfit(last.engine, defect)) }
            return take(last.engine)
        }
        let untried = usable.filter { !wish.avoided.contains($0.engine) }
        // Who has not begun is told what went wrong, rather than tried at the same place again.
        if untried.isEmpty, !wish.isResumed { return .failed(.noOtherEngine) }
        let candidates = untried.isEmpty ? usable : untried
        let free = candidates.filter { $0.room(at: now) > 0 }
        let proven = free.filter { $0.health == .ready }
        let best = proven.isEmpty ? free : proven
        let place = Balancer.pick(best.count, using: &random) { best[$0].score }
        return place.map { take(best[$0].engine) } ?? .wait
    }

    /// Whether another engine could go on with a stream.
    package func hasAlternative(to engine: Engine, _ language: Voice.Language, at now: Instant) -> Bool {
        states.values.contains {
            $0.engine != engine && $0.engine.speaks(language) && $0.isUsable(at: now)
                && $0.room(at: now) > 0
        }
    }

    private mutating func take(_ engine: Engine) -> Choice {
        change(engine) { $0.take() }
        return .engine(engine)
    }

    private func nobody(for language: Voice.Language) -> RPCError {
        if let sourceError {
            return RPCError(
                .unavailable, sourceError.description, reason: "no_engine", neverStarted: true)
        }
        return RPCError(
            .notFound, "no engine has a model that speaks \(language.rawValue)",
            reason: "no_model", neverStarted: true)
    }
}

extension RPCError {
    /// Told to nobody: the error that the engines were avoided for is.
    fileprivate static var noOtherEngine: RPCError {
        RPCError(.unavailable, "there is no other engine", reason: "no_engine", neverStarted: true)
    }

    fileprivate static func noEngineIsUsable(_ states: [EngineState]) -> RPCError {
        let count = states.count
        return RPCError(
            .unavailable, count == 1 ? "the engine is down" : "all \(count) engines are down",
            reason: "no_engine", neverStarted: true, retryAfterMilliseconds: 1000)
    }

    fileprivate static func unfit(_ engine: Engine, _ defect: String) -> RPCError {
        RPCError(
            .failedPrecondition, "\(engine.endpoint) is not used: \(defect)", reason: "unfit",
            neverStarted: true)
    }
}
