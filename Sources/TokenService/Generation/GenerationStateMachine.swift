import Orpheus
import StreamingHTTP

/// What a generation is, from the server's first byte to its outcome; no I/O, no clock.
///
/// Each input returns what it led to. After an outcome nothing may follow. A stream has ended well
/// when it said so (the end-of-speech id, or a finish reason of stop or length) and held what it
/// promised; `[DONE]`, or the end of the body, alone says nothing.
package struct GenerationStateMachine {
    /// What an input led to.
    package struct Reaction {
        package var codes: [UInt16] = []
        /// True when the stream got on: comments and empty events are no progress.
        package var hasProgressed = false
        package var outcome: Result<GenerationEnd, GenerationError>?

        /// What came of it in the end.
        fileprivate mutating func add(_ end: Reaction) {
            codes += end.codes
            outcome = end.outcome
        }
    }

    private enum Phase {
        case head
        /// The server refused; its reason is being read.
        case refusal(status: Int, retryAfter: Duration?, body: [UInt8])
        case stream
        /// All tokens have come; what may follow is the server's own count of them.
        case ending(GenerationEnd.Reason)
        case over
    }

    /// Bytes of an error's body that are read.
    static let refusalLimit = 16 << 10
    /// Tokens, or bytes of text, without one audio code that tell a model of another kind.
    static let patience = (tokens: 64, text: 4096)

    private let request: GenerationRequest
    private let endpoint: String
    private var phase = Phase.head
    private var events = ServerSentEvents(limit: 256 << 10)
    private var reader = CompletionsEventReader()
    private var stream: CodeStream
    private var tokenText = TokenTextParser()
    private var tokens = 0
    /// Bytes of the answer that a token took lately; 0 while there was none.
    private var bytesPerToken = 0
    private var hasIDs = false
    private var textBytes = 0

    /// - Parameter endpoint: how messages name the server.
    package init(_ request: GenerationRequest, endpoint: String) {
        self.request = request
        self.endpoint = endpoint
        let assembler = FrameAssembler(
            pending: request.pending, isFirstHalfTaken: request.isFirstHalfOut)
        stream = CodeStream(assembler, inHalves: request.inHalves)
    }

    package var progress: GenerationProgress {
        var progress = GenerationProgress()
        progress.frames = stream.frames
        progress.pending = stream.pending
        progress.isFirstHalfOut = stream.isFirstHalfOut
        progress.tokens = tokens
        progress.dropped = stream.dropped
        progress.repeated = stream.repeated
        return progress
    }

    /// How many bytes have to come before there may be news: those of the tokens that the next
    /// codes lack, as long as they were lately, less half a token for what they vary.
    ///
    /// 1 where any token may be news: at the beginning, and between frames, where speech ends. Within
    /// a frame only an end that is a fault comes before.
    package var bytesUntilNews: Int {
        guard case .stream = phase, bytesPerToken > 0, !stream.isAtBorder else { return 1 }
        let missing = min(stream.codesUntilNext, request.tokenLimit - tokens)
        return missing > 1 ? missing * bytesPerToken - bytesPerToken / 2 : 1
    }

    // MARK: Inputs

    package mutating func received(status: Int, headers: HTTPHeaders) -> Reaction {
        guard status == 200 else {
            let seconds = headers["Retry-After"].flatMap { Int($0) }
            let retryAfter = seconds.flatMap { $0 >= 0 ? Duration.seconds($0) : nil }
            phase = .refusal(status: status, retryAfter: retryAfter, body: [])
            return Reaction()
        }
        let type = headers["Content-Type"] ?? "no content type"
        guard type.lowercased().hasPrefix("text/event-stream") else {
            return failed(
                .foreign, "\(endpoint) answers with \(type) where a stream of events is due")
        }
        phase = .stream
        return Reaction()
    }

    package mutating func received(_ bytes: [UInt8]) -> Reaction {
        if case .refusal(let status, let retryAfter, let body) = phase {
            let body = body + bytes.prefix(Self.refusalLimit - body.count)
            phase = .refusal(status: status, retryAfter: retryAfter, body: body)
            return body.count < Self.refusalLimit ? Reaction() : bodyEnded()
        }
        var reaction = Reaction()
        let before = (tokens: tokens, isBetweenEvents: events.isBetweenEvents)
        defer {
            // The first token comes with the prompt's ids, and what was cut says nothing.
            if before.tokens > 0, before.isBetweenEvents, events.isBetweenEvents,
                tokens > before.tokens
            {
                bytesPerToken = bytes.count / (tokens - before.tokens)
            }
        }
        do {
            // Apart, so that an event can change all else.
            var events = ServerSentEvents()
            swap(&events, &self.events)
            defer { swap(&events, &self.events) }
            try events.push(bytes) { event in
                if reaction.outcome == nil { receive(event, &reaction) }
            }
        } catch {
            reaction.add(failed(.broken, "\(endpoint) sent nonsense: \(error)"))
        }
        return reaction
    }

    /// The server has ended its answer.
    package mutating func bodyEnded() -> Reaction {
        switch phase {
        case .refusal(let status, let retryAfter, let body):
            let refusal = Refusal(
                status: status, message: ServerMessage(body: body), endpoint: endpoint)
            return failed(refusal.kind, refusal.description, retryAfter: retryAfter)
        case .ending(let reason): return ended(reason)
        case .head, .stream, .over: return cutShort("ended its answer")
        }
    }

    /// The transfer failed.
    package mutating func failed(_ failure: HTTPFailure) -> Reaction {
        switch (phase, failure.kind) {
        case (_, .cancelled), (_, .engineStopped):
            failed(.cancelled, "the generation at \(endpoint) was cancelled")
        case (.ending(let reason), _): ended(reason)
        case (.refusal, _): bodyEnded()
        case (_, .invalidRequest): failed(.badRequest, failure.description)
        case (_, .notHTTP), (_, .headTooLarge): failed(.foreign, failure.description)
        case (.head, _): failed(.unavailable, failure.description)
        default: failed(.broken, failure.description)
        }
    }

    /// No progress for too long.
    package mutating func stalled(for time: Duration) -> Reaction {
        switch phase {
        case .ending(let reason): ended(reason)
        case .refusal: bodyEnded()
        default:
            failed(
                .stalled,
                tokens == 0
                    ? "\(endpoint) sent no token within \(time)"
                    : "\(endpoint) sent no token for \(time), after \(tokens)")
        }
    }

    // MARK: Events

    private mutating func receive(_ event: ServerSentEvent, _ reaction: inout Reaction) {
        let parsed: CompletionsEvent
        do throws(JSONReader.Fault) {
            parsed = try reader.read(event.data)
        } catch {
            let kind: GenerationError.Kind = tokens == 0 ? .foreign : .broken
            reaction.add(failed(kind, "\(endpoint) sent an event that is no JSON object"))
            return
        }
        switch (parsed, phase) {
        case (.chunk(let chunk), .stream): receive(chunk, &reaction)
        case (.chunk(let chunk), .ending(let reason)):
            // A server that knows no stop ids goes on after the end; nobody waits for it.
            let goesOn = !(chunk.tokenIDs ?? []).isEmpty || !chunk.text.isEmpty
            if goesOn {
                reaction.add(ended(reason))
            } else {
                check(chunk.completionTokens, reason, &reaction)
            }
        case (.done, .stream):
            reaction.add(cutShort("ended its stream"))
        case (.error(let message), .stream):
            let refusal = Refusal(inStream: message, isFirst: tokens == 0, endpoint: endpoint)
            reaction.add(failed(refusal.kind, refusal.description))
        // All that was owed has come: what goes wrong afterwards takes nothing away.
        case (.done, .ending(let reason)), (.error, .ending(let reason)):
            reaction.add(ended(reason))
        case (_, .head), (_, .refusal), (_, .over): break
        }
    }

    private mutating func receive(_ chunk: CompletionsChunk, _ reaction: inout Reaction) {
        if chunk.tokenIDs != nil { hasIDs = true }
        let ids = chunk.tokenIDs ?? tokenText.push(chunk.text)
        textBytes += chunk.text.utf8.count
        if !ids.isEmpty || !chunk.text.isEmpty { reaction.hasProgressed = true }
        var hasSpokenAll = false
        for id in ids {
            tokens += 1
            // A server that ignores the limit is held to it.
            guard !hasSpokenAll, tokens <= request.tokenLimit else { continue }
            switch stream.push(id) {
            case .codes(let codes): reaction.codes += codes
            case .endOfSpeech: hasSpokenAll = true
            case .nothing: break
            }
        }
        if hasSpokenAll {
            phase = .ending(.endOfSpeech)
        } else if tokens > request.tokenLimit {
            reaction.add(ended(.limit))
        } else if let reason = chunk.finishReason {
            switch reason {
            case "stop": phase = .ending(.endOfSpeech)
            case "length": phase = .ending(.limit)
            default:
                let text = "\(endpoint) gave up after \(tokens) tokens: \(reason.prefix(40))"
                reaction.add(failed(.broken, text))
            }
        } else if !hasAudio,
            stream.dropped > Self.patience.tokens || textBytes > Self.patience.text
        {
            reaction.add(noAudio)
        }
        if reaction.outcome == nil, case .ending(let reason) = phase {
            check(chunk.completionTokens, reason, &reaction)
        }
    }

    /// Holds the server's own count, once it is there, against what arrived.
    private mutating func check(
        _ count: Int?, _ reason: GenerationEnd.Reason, _ reaction: inout Reaction
    ) {
        guard let count else { return }
        // Text does not show every token, ids do.
        if hasIDs, count > tokens {
            let text = "\(endpoint) generated \(count) tokens, of which \(tokens) arrived"
            reaction.add(failed(.broken, text))
        } else {
            reaction.add(ended(reason))
        }
    }

    // MARK: Outcomes

    private var hasAudio: Bool {
        stream.frames > 0 || !stream.pending.isEmpty || request.isResumed
    }

    private mutating func ended(_ reason: GenerationEnd.Reason) -> Reaction {
        guard hasAudio else {
            let hasOther = stream.dropped > 0 || textBytes > 0
            return hasOther
                ? noAudio : failed(.silent, "\(endpoint) ended the speech before its first code")
        }
        phase = .over
        // At the limit, codes that nobody has seen stay pending: a further request goes on there.
        let isCut = reason == .limit && !stream.isFirstHalfOut
        let codes = isCut ? [] : stream.finish()
        let end = GenerationEnd(reason: reason, progress: progress)
        return Reaction(codes: codes, outcome: .success(end))
    }

    private var noAudio: Reaction {
        mutating get {
            failed(.foreign, "\(endpoint) sends no audio codes: is this an Orpheus model?")
        }
    }

    private mutating func cutShort(_ what: String) -> Reaction {
        failed(
            .broken,
            tokens == 0
                ? "\(endpoint) \(what) without a token: it may be shutting down"
                : "\(endpoint) \(what) after \(tokens) tokens without a finish reason")
    }

    private mutating func failed(
        _ kind: GenerationError.Kind, _ text: String, retryAfter: Duration? = nil
    ) -> Reaction {
        defer { phase = .over }
        let error = GenerationError(kind, text, retryAfter: retryAfter, progress: progress)
        return Reaction(outcome: .failure(error))
    }
}
