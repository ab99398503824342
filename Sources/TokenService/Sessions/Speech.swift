import Orpheus

/// One speech from its request to its end, over as many generations as that takes: what was spoken
/// so far, what the caller may have of it, and what to ask for next. No I/O, no clock.
package struct Speech: Sendable {
    /// Why a further generation is needed.
    package enum Cause: Hashable, Sendable {
        /// The last one failed; the next goes on behind it.
        case failure(GenerationError.Kind)
        /// The server has a lower limit than ours.
        case serverLimit
        /// Nothing was sent yet, and what there is is no speech: again, with another seed.
        case roll(Fault)
    }

    /// What is wrong with what a model says.
    package enum Fault: String, Hashable, Sendable, CaseIterable {
        /// It ended before it began, or at once.
        case empty
        case silence, loop
    }

    package enum Next: Equatable, Sendable {
        case again(Cause)
        /// The last codes, and how it ended.
        case finish([UInt16], Ending)
        case fail(GenerationError)
    }

    package enum Ending: Hashable, Sendable {
        case endOfSpeech
        case limit
        /// The model was stopped.
        case cut(Fault)
    }

    /// Codes with which the first samples are exact: before, nobody can hear anything, so they are
    /// held back for free, and what is wrong with them can still be mended.
    package static let heldCodes = 18
    package static let mostRolls = 2
    /// Generations in a row without a token.
    package static let mostFailures = 4
    /// A server that stops so short of our limit is as good as ours.
    private static let leastRest = Slot.count + 1

    private let request: GenerationRequest
    /// Codes of this call, whole frames and maybe a first half.
    private var codes: [UInt16] = []
    /// How many of them the caller has.
    private var sent = 0
    /// Codes that were generated and make no whole frame, the first half that is out included.
    private var pending: [UInt16]
    private var isFirstHalfOut: Bool
    private var listening = SpeechGuard()
    /// Tokens since the last roll, for the limit; and codes of the generation at work.
    private var spent = 0
    private var attempt = 0
    private var failures = 0

    /// Over all generations.
    package private(set) var tokens = 0
    package private(set) var dropped = 0
    package private(set) var repeated = 0
    package private(set) var resumes = 0
    package private(set) var rolls = 0

    package init(_ request: GenerationRequest) {
        self.request = request
        pending = request.pending
        isFirstHalfOut = request.isFirstHalfOut
    }

    /// It has begun: going on elsewhere is worth a wait.
    package var hasBegun: Bool { !codes.isEmpty || pending.count > request.pending.count }

    /// What to ask of a server whose prompt and completion may have so many tokens together.
    package func generation(contextLimit: Int? = nil) -> GenerationRequest {
        var next = request
        // A first half of the request's own is completed by the first codes of this call.
        let own = request.isFirstHalfOut ? request.pending.prefix(Slot.firstHalf) : []
        let stream = own + codes
        next.prompt.spoken += Self.frames(stream.dropLast(stream.count % Slot.count))
        next.pending = pending
        next.isFirstHalfOut = isFirstHalfOut
        next.inHalves = request.inHalves && next.prompt.spoken.count < CodeStream.halvedFrames
        next.seed = Self.seed(request.seed, roll: rolls)
        next.tokenLimit = max(1, request.tokenLimit - spent)
        if let contextLimit {
            // A token of text has a byte at least; nobody here can count them better.
            let prompt = 8 + next.prompt.spokenLine.utf8.count
                + next.prompt.spoken.count * Slot.count + pending.count
            next.tokenLimit = max(1, min(next.tokenLimit, contextLimit - prompt))
        }
        return next
    }

    /// Codes come.
    /// - Returns: What the caller gets now; and why the model has to be stopped, see ``stop(_:)``.
    package mutating func received(_ new: [UInt16]) -> (codes: [UInt16], fault: Fault?) {
        let offset = request.isFirstHalfOut ? Slot.firstHalf : 0
        var fault: Fault?
        for code in new {
            let isCoarse = (offset + codes.count) % Slot.count == 0
            codes.append(code)
            if isCoarse, let found = listening.push(code) {
                fault = fault ?? (found == .loop ? .loop : .silence)
            }
        }
        attempt += new.count
        isFirstHalfOut = (offset + codes.count) % Slot.count == Slot.firstHalf
        if fault != nil { return ([], fault) }
        guard sent > 0 || request.isResumed
            || (codes.count >= Self.heldCodes && !listening.isStill)
        else { return ([], nil) }
        return (release(), nil)
    }

    /// A generation ended well.
    package mutating func ended(_ end: GenerationEnd) -> Next {
        add(end.progress)
        switch end.reason {
        case .endOfSpeech:
            if sent == 0, codes.count < Self.heldCodes, canRoll, hasWords {
                return roll(.empty)
            }
            return .finish(release(), .endOfSpeech)
        case .limit:
            let rest = request.tokenLimit - spent
            guard rest >= Self.leastRest, end.progress.tokens > 0 else { return finish(.limit) }
            return .again(.serverLimit)
        }
    }

    /// A generation failed.
    package mutating func failed(_ error: GenerationError) -> Next {
        add(error.progress)
        switch error.kind {
        case .cancelled: return .fail(error)
        // A server that takes no longer prompt: what there is has to do.
        case .badRequest: return codes.isEmpty ? .fail(error) : finish(.limit)
        case .silent where canRoll: return roll(.empty)
        default:
            failures = error.progress.tokens > 0 ? 1 : failures + 1
            guard failures <= Self.mostFailures else { return .fail(error) }
            if hasBegun { resumes += 1 }
            return .again(.failure(error.kind))
        }
    }

    /// Stops the model: begins anew where nobody has heard anything, else ends.
    package mutating func stop(_ fault: Fault) -> Next {
        pending = isFirstHalfOut ? Array(codes.suffix(Slot.firstHalf)) : []
        tokens += attempt
        attempt = 0
        return canRoll ? roll(fault) : finish(.cut(fault))
    }

    // MARK: Parts

    private var canRoll: Bool { sent == 0 && !request.isResumed && rolls < Self.mostRolls }

    /// A text of marks alone may well be silent.
    private var hasWords: Bool {
        request.prompt.text.count { $0.isLetter || $0.isNumber } >= 2
    }

    private mutating func roll(_ fault: Fault) -> Next {
        rolls += 1
        (codes, pending, isFirstHalfOut, spent) = ([], [], false, 0)
        listening = SpeechGuard()
        return .again(.roll(fault))
    }

    /// Ends behind a whole frame: a first half that is out is completed by itself.
    private mutating func finish(_ ending: Ending) -> Next {
        if isFirstHalfOut {
            let half = codes.isEmpty ? request.pending : codes
            codes += half.suffix(Slot.firstHalf).dropFirst()
            repeated += 1
            isFirstHalfOut = false
        }
        return .finish(release(), ending)
    }

    private mutating func release() -> [UInt16] {
        defer { sent = codes.count }
        return Array(codes[sent...])
    }

    private mutating func add(_ progress: GenerationProgress) {
        pending = progress.pending
        isFirstHalfOut = progress.isFirstHalfOut
        tokens += progress.tokens
        spent += progress.tokens
        attempt = 0
        dropped += progress.dropped
        repeated += progress.repeated
    }

    private static func frames(_ codes: some Collection<UInt16>) -> [Frame] {
        guard let frames = try? Frame.list(Array(codes)) else {
            preconditionFailure("assembled codes are valid and whole")
        }
        return frames
    }

    /// The caller's seed first, so that the same request gives the same speech.
    private static func seed(_ seed: UInt64, roll: Int) -> UInt64 {
        seed &+ UInt64(roll) &* 0x9E37_79B9_7F4A_7C15
    }
}
