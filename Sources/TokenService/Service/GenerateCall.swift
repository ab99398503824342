import LyreRPC
import Orpheus
import WireMessages

/// One call of Tokens/Generate.
struct GenerateCall {
    /// A caller who takes no frames for so long has gone, whatever its connection says.
    private static let callerPatience: Duration = .seconds(60)

    let service: TokenService
    let writer: MessageWriter<GenerateReply>
    let observed: any ObservedCall

    func run(_ request: GenerateRequest) async throws {
        let generation = try Self.generation(request)
        let record = service.sessions.open(request, voice: generation.prompt.voice)
        service.metrics.active.increment()
        defer { service.metrics.active.decrement() }
        do {
            try await speak(generation, record, priority: request.priority)
            service.sessions.close(record, StatusCode.ok.name)
        } catch {
            let failure =
                error as? RPCError ?? RPCError(.cancelled, "\(error)", reason: "cancelled")
            service.sessions.close(record, failure.code.name)
            service.metrics.failed(failure.status.reason)
            throw failure
        }
    }

    private func speak(
        _ generation: GenerationRequest, _ record: SessionRecord, priority: Int32
    ) async throws {
        let stall = StalledCaller(after: Self.callerPatience, service.client.clock)
        // Where frames leave: each would cost two switches of threads otherwise.
        let work = Task(executorPreference: writer.executor) { [service, writer, observed] in
            var run = SpeechRun(
                generation, service: service, record: record, priority: priority,
                observed: observed
            ) { codes in
                stall.watch.begin()
                defer { stall.watch.end() }
                try await writer.send(.frames(CodeFrames(codes: codes.map(UInt32.init))))
                stall.watch.progress(limit: Self.callerPatience)
            }
            try await writer.send(.end(try await run.run()))
        }
        stall.stops(work)
        defer { stall.watch.stop() }
        try await withTaskCancellationHandler {
            do { try await work.value } catch {
                guard stall.watch.fired != nil else { throw error }
                throw RPCError(
                    .aborted, "the caller took no frames for \(Self.callerPatience)",
                    reason: "caller_stalled")
            }
        } onCancel: {
            work.cancel()
        }
    }

    /// - Throws: INVALID_ARGUMENT, with what is wrong.
    private static func generation(_ request: GenerateRequest) throws(RPCError) -> GenerationRequest
    {
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
        sampling.repetitionPenalty =
            request.sampling.repetitionPenalty ?? sampling.repetitionPenalty
        let limit =
            request.tokenLimit > 0
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
