/// What a supervised program does, and what is to be done about it. Values in, actions out: it
/// starts nothing, and knows no clock.
///
/// Times count from any one moment.
package struct SupervisorStateMachine<Random: RandomNumberGenerator>: ~Copyable {
    package enum Action: Hashable, Sendable {
        case start
        /// SIGTERM.
        case terminate
        /// SIGKILL, to all of it.
        case kill
    }

    package enum State: Hashable, Sendable {
        /// It does not run, and starts when the time has come; the reason is that of its last end.
        case waiting(until: Duration, because: String?)
        case starting(since: Duration)
        case ready(since: Duration, failingSince: Duration?)
        /// It was ready, and its health checks fail.
        case unready(since: Duration, because: String)
        /// It was told to end.
        case ending(Ending)
        case ended(EngineFailure?)
    }

    package struct Ending: Hashable, Sendable {
        var killAt: Duration
        /// Nil when this is its last end; else why it is ended to be started again.
        var because: String?
    }

    package private(set) var state = State.waiting(until: .zero, because: nil)
    private let policy: RestartPolicy
    private var random: Random
    /// In a row.
    private var failures = 0
    /// When this run became ready; nil before.
    private var readySince: Duration?

    package init(_ policy: RestartPolicy, random: Random) {
        self.policy = policy
        self.random = random
    }

    /// True while it runs and its health matters.
    package var isProbed: Bool {
        switch state {
        case .starting, .ready, .unready: true
        case .waiting, .ending, .ended: false
        }
    }

    /// Time has passed.
    /// - Parameter answer: Of a health check; nil where none was made.
    package mutating func beat(_ now: Duration, _ answer: ProbeAnswer?) -> Action? {
        switch (state, answer) {
        case (.waiting(let until, _), _) where now >= until:
            (state, readySince) = (.starting(since: now), nil)
            return .start
        case (.starting, .healthy?):
            becomeReady(now)
        case (.starting(let since), _) where now - since >= policy.readyWithin:
            return end(now, because: "was not ready within \(policy.readyWithin.text)")
        case (.ready(let since, _), .healthy?):
            state = .ready(since: since, failingSince: nil)
        case (.ready(let since, let failingSince), .failing(let reason)?):
            let first = failingSince ?? now
            state = now - first >= policy.tolerance
                ? .unready(since: first, because: reason)
                : .ready(since: since, failingSince: first)
        case (.ready, .down(let reason)?):
            state = .unready(since: now, because: reason)
        case (.unready, .healthy?):
            becomeReady(now)
        case (.unready(let since, let reason), _) where now - since >= policy.unreadyWithin:
            return end(now, because: "\(reason), for \(policy.unreadyWithin.text)")
        case (.ending(var ending), _) where now >= ending.killAt:
            ending.killAt = now + policy.grace
            state = .ending(ending)
            return .kill
        default: break
        }
        return nil
    }

    /// It is to end for good.
    package mutating func drain(_ now: Duration) -> Action? {
        switch state {
        case .starting, .ready, .unready: return end(now, because: nil)
        case .ending(var ending):
            ending.because = nil
            state = .ending(ending)
        case .waiting: state = .ended(nil)
        case .ended: break
        }
        return nil
    }

    /// It has ended.
    /// - Parameter words: Its own, where it said why.
    package mutating func ended(_ now: Duration, _ exit: EngineExit, words: String?) {
        let reason: String
        if case .ending(let ending) = state {
            guard let because = ending.because else { return state = .ended(nil) }
            reason = "the engine \(because)"
        } else {
            let stage = readySince == nil ? " before it was ready" : ""
            reason = "the engine ended\(stage) (\(exit))" + (words.map { ": \($0)" } ?? "")
        }
        if let readySince, now - readySince >= policy.stableAfter { failures = 0 }
        failures += 1
        if readySince == nil, exit.isRefusal {
            state = .ended(EngineFailure(reason))
        } else if failures >= policy.attempts {
            state = .ended(EngineFailure("\(reason); it has failed \(failures) times in a row"))
        } else {
            let delay = policy.delay(failures: failures, using: &random)
            state = .waiting(until: now + delay, because: reason)
        }
    }

    private mutating func becomeReady(_ now: Duration) {
        state = .ready(since: now, failingSince: nil)
        readySince = readySince ?? now
    }

    private mutating func end(_ now: Duration, because: String?) -> Action {
        state = .ending(Ending(killAt: now + policy.grace, because: because))
        return .terminate
    }
}
