import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// One call of Tokens/Generate.
struct GenerateCall {
    let service: TokenService
    let writer: MessageWriter<GenerateReply>

    func run(_ request: GenerateRequest) async throws {
        let generation = try Self.generation(request)
        let metrics = service.metrics
        let start = ContinuousClock.now
        let firstToken = Mutex<Duration?>(nil)
        metrics.active.increment()
        defer { metrics.active.decrement() }

        let session = service.client.generate(generation, at: service.endpoint) { milestone in
            guard milestone == .firstToken else { return }
            let waited = ContinuousClock.now - start
            metrics.firstToken.recordNanoseconds(Int64(waited.inSeconds * 1e9))
            firstToken.withLock { $0 = waited }
        }
        var codes = generation.isFirstHalfOut ? Slot.firstHalf : 0
        do {
            for try await event in session {
                switch event {
                case .codes(let new):
                    let frames = codes / Slot.count
                    codes += new.count
                    metrics.frames.increment(by: codes / Slot.count - frames)
                    try await writer.send(.frames(CodeFrames(codes: new.map(UInt32.init))))
                case .end(let end):
                    metrics.dropped.increment(by: end.progress.dropped)
                    metrics.repeated.increment(by: end.progress.repeated)
                    let waited = firstToken.withLock { $0 } ?? .zero
                    try await writer.send(
                        .end(
                            GenerateEnd(
                                reason: end.reason == .limit ? .tokenLimit : .endOfSpeech,
                                tokens: UInt32(end.progress.tokens),
                                droppedTokens: UInt32(end.progress.dropped),
                                firstTokenMicroseconds: UInt64(waited.inSeconds * 1e6))))
                }
            }
        } catch let error as GenerationError {
            metrics.failed("\(error.kind)")
            throw RPCError(error)
        }
    }

    /// - Throws: INVALID_ARGUMENT, with what is wrong.
    private static func generation(_ request: GenerateRequest) throws(RPCError) -> GenerationRequest {
        let prompt: Prompt
        let half: [UInt16]
        do {
            let voice = request.voice.isEmpty ? .standard : try Voice(named: request.voice)
            let spoken: [Frame]
            (spoken, half) = try Self.spoken(request)
            prompt = try Prompt(voice: voice, text: request.text, spoken: spoken)
        } catch {
            throw RPCError(.invalidArgument, "\(error)")
        }
        var sampling = Sampling()
        sampling.temperature = request.sampling.temperature ?? sampling.temperature
        sampling.topP = request.sampling.topP ?? sampling.topP
        sampling.repetitionPenalty = request.sampling.repetitionPenalty ?? sampling.repetitionPenalty
        let limit = request.tokenLimit > 0
            ? Int(request.tokenLimit) : Sampling.tokenLimit(characters: request.text.count)
        return GenerationRequest(
            prompt: prompt, pending: half, isFirstHalfOut: !half.isEmpty,
            inHalves: request.halfFrames, sampling: sampling, seed: request.seed, tokenLimit: limit)
    }

    /// The frames that were spoken, and the first half of one behind them where halves are allowed.
    private static func spoken(
        _ request: GenerateRequest
    ) throws(FrameListError) -> (frames: [Frame], half: [UInt16]) {
        let codes = request.spoken.codes
        let isHalf = request.halfFrames && codes.count % Slot.count == Slot.firstHalf
        let half = codes.suffix(isHalf ? Slot.firstHalf : 0)
        let frames = try Frame.list(Array(codes.dropLast(half.count)))
        do {
            // Its codes are checked as those of a frame.
            if isHalf { _ = try Frame(Array(half + half.dropFirst())) }
        } catch {
            throw .badFrame(frames.count, error)
        }
        return (frames, half.map { UInt16($0) })
    }
}

extension RPCError {
    /// A generation's failure, as callers of the RPC are told it.
    init(_ error: GenerationError) {
        let code: StatusCode =
            switch error.kind {
            case .unknownModel: .notFound
            case .badRequest: .invalidArgument
            case .unauthorized: .unauthenticated
            case .overloaded: .resourceExhausted
            case .unavailable, .broken: .unavailable
            case .stalled: .deadlineExceeded
            case .foreign: .failedPrecondition
            case .cancelled: .cancelled
            }
        self.init(
            code, error.description, reason: "\(error.kind)",
            retryAfterMilliseconds: error.retryAfter.map { UInt32(clamping: Int($0.inSeconds * 1000)) } ?? 0)
    }
}
