import LyreRPC
import PCMAudio
import SNAC

/// A stream's sender and listener.
extension Scheduler {
    /// Takes a stream in; ``leave(_:)`` has to follow.
    func join(_ stream: Backend.Stream, contextFrames: Int, format: WAVFormat) -> Int {
        state.withLock { state in
            state.lastID += 1
            guard !state.isStopped else { return state.lastID }
            state.schedule[state.lastID] = StreamProgress(
                contextSteps: contextFrames * SNACFrame.latentSteps)
            state.seats[state.lastID] = Seat(stream: stream, format: format)
            return state.lastID
        }
    }

    /// A stream is over or given up: nobody waits for it any more, and its memory is free as soon
    /// as no engine has it.
    func leave(_ stream: Int) {
        let seat = state.withLock { state in
            state.schedule[stream] = nil
            return state.seats.removeValue(forKey: stream)
        }
        seat?.cancel()
    }

    /// Hands codes to a stream, each as soon as there is room for it.
    /// - Throws: CancellationError when the stream is given up, ``RPCError`` when the hardware
    /// fails.
    func push(_ codes: [HalfFrame], to stream: Int) async throws {
        var rest = codes[...]
        while !rest.isEmpty {
            try await room(stream)
            let now = time.now
            let engine: Int? = state.withLock { state in
                guard let room = state.schedule[stream]?.room else { return nil }
                state.schedule[stream]?.push(rest.prefix(room), at: now)
                rest = rest.dropFirst(room)
                return state.engine(for: stream, at: now)
            }
            ring(engine)
        }
    }

    /// No codes will follow.
    func end(_ stream: Int) {
        let now = time.now
        ring(
            state.withLock { state in
                state.schedule[stream]?.end(at: now)
                return state.engine(for: stream, at: now)
            })
    }

    /// The next samples, or nil after the last. To ask says that those before have been sent: only
    /// then more are computed.
    /// - Throws: CancellationError when the stream is given up, ``RPCError`` when the hardware
    /// fails.
    func next(of stream: Int) async throws -> SampleChunk? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: Continuation<SampleChunk?>) in
                switch listen(to: stream, continuation) {
                case .gone: continuation.resume(throwing: gone)
                case .chunk(let chunk): continuation.resume(returning: chunk)
                case .waits(let engine): ring(engine)
                }
            }
        } onCancel: {
            leave(stream)
        }
    }

    private enum Listening {
        /// The stream is given up.
        case gone
        /// Samples that wait already; nil after the last.
        case chunk(SampleChunk?)
        /// The engine that is to be woken.
        case waits(Int?)
    }

    private func listen(
        to stream: Int, _ listener: Continuation<SampleChunk?>
    ) -> Listening {
        let now = time.now
        return state.withLock { state in
            guard let seat = state.seats[stream], let progress = state.schedule[stream]
            else { return .gone }
            if let chunk = seat.chunk {
                state.seats[stream]?.chunk = nil
                return .chunk(chunk)
            }
            guard !progress.isFinished else { return .chunk(nil) }
            state.seats[stream]?.listener = listener
            state.schedule[stream]?.samplesTaken()
            return .waits(state.engine(for: stream, at: now))
        }
    }

    /// Returns when the stream has room for codes.
    private func room(_ stream: Int) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation<Void>) in
                let hasRoom: Bool? = state.withLock { state in
                    guard let progress = state.schedule[stream], state.seats[stream] != nil else {
                        return nil
                    }
                    if progress.room <= 0 { state.seats[stream]?.sender = continuation }
                    return progress.room > 0
                }
                guard let hasRoom else { return continuation.resume(throwing: gone) }
                if hasRoom { continuation.resume() }
            }
        } onCancel: {
            leave(stream)
        }
    }
}
