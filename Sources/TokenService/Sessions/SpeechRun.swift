import LyreRPC
import Orpheus
import WireMessages

/// Has one speech spoken: finds an engine, follows its stream, and goes on elsewhere when it fails.
///
/// What comes next is ``Speech``'s to say; here are the engines, the time limits and the caller.
struct SpeechRun {
    /// The longest gap between tokens that a listener may not notice.
    private static let shortestPatience: Duration = .milliseconds(400)
    /// What is kept of a listener's lead for the way to another engine.
    private static let reserve: Duration = .milliseconds(600)
    /// For the first token of a stream that was resumed, where a further engine could have it.
    private static let resumePatience: Duration = .milliseconds(1000)
    private static let longestPatience: Duration = .seconds(5)
    private static let prefillPatience: Duration = .seconds(30)

    let service: TokenService
    let record: SessionRecord
    let language: Voice.Language
    let priority: Int32
    /// Hands codes to the caller.
    let send: ([UInt16]) async throws -> Void

    private var speech: Speech
    private var wish: EnginePool.Wish
    /// What the caller has.
    private var codes: Int
    /// Engines that stall one after another mean that all are slow: then moving makes it worse.
    private var stalls = 0
    private var firstToken: Duration?
    private var lastTokens: Instant?
    private let observed: any ObservedCall

    init(
        _ request: GenerationRequest, service: TokenService, record: SessionRecord,
        priority: Int32, observed: any ObservedCall, send: @escaping ([UInt16]) async throws -> Void
    ) {
        self.service = service
        self.record = record
        self.priority = priority
        self.send = send
        self.observed = observed
        language = request.prompt.voice.language
        speech = Speech(request)
        wish = EnginePool.Wish(language: language)
        codes = request.isFirstHalfOut ? Slot.firstHalf : 0
    }

    /// Speaks to the end.
    /// - Throws: ``RPCError``, and what `send` throws.
    mutating func run() async throws -> GenerateEnd {
        defer { count() }
        while true {
            let lease = try await place()
            let next: Speech.Next
            let generation = observed.part("generation")
            do throws(GenerationError) {
                next = try await generate(lease)
                generation.end(.ok)
            } catch {
                generation.end(RPCError(error).status)
                lease.give(EngineState.Outcome(error))
                next = failed(error, at: lease.engine)
            }
            switch next {
            case .again(let cause): service.metrics.again(cause)
            case .fail(let error): throw RPCError(error)
            case .finish(let last, let ending):
                try await deliver(last)
                service.metrics.ended(ending)
                return end(ending)
            }
        }
    }

    // MARK: Engines

    private var lastError: GenerationError?

    private mutating func place() async throws -> EngineLease {
        wish.isResumed = speech.hasBegun
        record.waits(resumes: speech.resumes, rolls: speech.rolls)
        let start = service.engines.time.now
        let waiting = observed.part("wait for an engine")
        do throws(RPCError) {
            let lease = try await service.engines.place(for: wish, priority: priority)
            waiting.end(.ok)
            service.metrics.queued.record(service.engines.time.now - start)
            record.isAt(lease.engine)
            return lease
        } catch {
            waiting.end(error.status)
            // That there is no other engine says less than what was wrong with the last one.
            if let lastError, error.code == .unavailable { throw RPCError(lastError) }
            throw error
        }
    }

    private mutating func failed(_ error: GenerationError, at engine: Engine) -> Speech.Next {
        if error.kind == .stalled { stalls += 1 }
        if error.kind != .silent { wish.avoided.insert(engine) }
        lastError = error
        return speech.failed(error)
    }

    // MARK: A generation

    private mutating func generate(_ lease: EngineLease) async throws(GenerationError) -> Speech.Next {
        let engine = lease.engine
        let state = service.engines.state(of: engine)
        var request = speech.generation(contextLimit: state?.contextLimit)
        request.constrainsSlots = state?.hasSlotConstraint ?? false
        request.priority = engine.takesPriority ? priority : nil
        request.requestID = "lyre-\(record.id)-\(speech.resumes + speech.rolls)"
        let session = service.client.generate(
            request, at: engine.endpoint, patience: patience(at: engine))
        var events = session.makeAsyncIterator()
        while let event = try await events.next() {
            switch event {
            case .codes(let new):
                noteTokens()
                let (ready, fault) = speech.received(new)
                if let fault {
                    lease.give(.neutral)
                    return speech.stop(fault)
                }
                do {
                    try await deliver(ready)
                } catch {
                    throw GenerationError(.cancelled, "the caller takes no more: \(error)")
                }
            case .end(let end):
                lease.give(.good)
                return speech.ended(end)
            }
        }
        throw GenerationError(.broken, "\(engine.endpoint) ended its stream without an end")
    }

    /// A stalled stream is given up early only where somebody else could go on with it.
    private func patience(at engine: Engine) -> Patience {
        let (record, engines, language) = (record, service.engines, language)
        let shortest = Self.shortestPatience * (1 << min(stalls, 4))
        return Patience(
            firstToken: firstTokenPatience(at: engine),
            shortest: Self.shortestPatience
        ) {
            guard engines.hasAlternative(to: engine, language) else { return Self.longestPatience }
            let lead = record.lead ?? .zero
            return min(max(lead - Self.reserve, shortest), Self.longestPatience)
        }
    }

    private func firstTokenPatience(at engine: Engine) -> Duration {
        guard speech.hasBegun, service.engines.hasAlternative(to: engine, language) else {
            return Self.prefillPatience
        }
        return max(Self.resumePatience * (1 << min(stalls, 4)), record.lead ?? .zero)
    }

    private mutating func noteTokens() {
        record.streams()
        let now = service.engines.time.now
        if let lastTokens { service.metrics.gaps.record(now - lastTokens) }
        lastTokens = now
        guard firstToken == nil else { return }
        observed.note("first_token")
        firstToken = record.age
        service.metrics.firstToken.record(record.age)
    }

    // MARK: The caller

    private mutating func deliver(_ new: [UInt16]) async throws {
        guard !new.isEmpty else { return }
        let frames = codes / Slot.count
        codes += new.count
        try await send(new)
        record.sent(frames: codes / Slot.count)
        service.metrics.frames.increment(by: codes / Slot.count - frames)
    }

    private func end(_ ending: Speech.Ending) -> GenerateEnd {
        let reason: GenerateEnd.Reason =
            switch ending {
            case .endOfSpeech: .endOfSpeech
            case .limit: .tokenLimit
            case .cut: .cutShort
            }
        return GenerateEnd(
            reason: reason, tokens: UInt32(clamping: speech.tokens),
            droppedTokens: UInt32(clamping: speech.dropped),
            firstTokenMicroseconds: UInt64((firstToken ?? .zero).inSeconds * 1e6),
            resumes: UInt32(clamping: speech.resumes), rolls: UInt32(clamping: speech.rolls))
    }

    private func count() {
        service.metrics.dropped.increment(by: speech.dropped)
        service.metrics.repeated.increment(by: speech.repeated)
        observed.note("tokens", speech.tokens)
        guard let firstToken, record.age > firstToken, speech.tokens > 1 else { return }
        let time = (record.age - firstToken).inSeconds
        service.metrics.rates.record(Double(speech.tokens - 1) / time)
    }
}
