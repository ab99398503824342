import LyreRPC
import PCMAudio
import SNAC
import WireMessages

/// One call of Decoder/Decode: codes go to the scheduler, and samples come back, side by side.
struct DecodeCall<Backend: DecoderBackend> {
    let scheduler: Scheduler<Backend>
    let reader: MessageReader<DecodeRequest>
    let writer: MessageWriter<DecodeReply>
    let observed: any ObservedCall

    func run() async throws {
        scheduler.metrics.active.increment()
        defer { scheduler.metrics.active.decrement() }

        guard let first = try await reader.next() else { return }
        let (start, codes): (DecodeStart, [UInt32]) =
            switch first {
            case .start(let start): (start, [])
            case .frames(let frames): (DecodeStart(), frames.codes)
            }
        let stream = try join(start)
        defer { scheduler.leave(stream) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await receive(stream, codes) }
            group.addTask { try await send(stream, start) }
            // The end of either with an error ends the other.
            for try await _ in group {}
        }
    }

    private func join(_ start: DecodeStart) throws(RPCError) -> Int {
        guard start.firstFrame < 1 << 32 else {
            throw RPCError(.outOfRange, "a stream cannot start at frame \(start.firstFrame)")
        }
        let context = try SNACFrame.list(start.context)
        do {
            let stream = try scheduler.backend.makeStream(
                noise: start.seed.map { .seed($0) } ?? .off, firstFrame: Int(start.firstFrame),
                context: context)
            return scheduler.join(
                stream, contextFrames: context.count,
                format: start.format == .s16 ? .pcm16 : .float32)
        } catch .noRoom(let reason) {
            throw RPCError(.resourceExhausted, "\(SNACError.noRoom(reason))")
        } catch {
            throw RPCError(.invalidArgument, "\(error)")
        }
    }

    /// Codes on their way in. Messages that there is no room for are not read, so that the credit
    /// of who sends them runs out.
    private func receive(_ stream: Int, _ first: [UInt32]) async throws {
        var sequence = CodeSequence()
        try await push(first, of: &sequence, to: stream)
        while let request = try await reader.next() {
            guard case .frames(let given) = request else {
                throw RPCError(.invalidArgument, "a stream has one start, before its frames")
            }
            try await push(given.codes, of: &sequence, to: stream)
        }
        try sequence.end()
        scheduler.end(stream)
    }

    private func push(
        _ codes: [UInt32], of sequence: inout CodeSequence, to stream: Int
    ) async throws {
        let first = sequence.halves
        let halves = try sequence.push(codes)
        do {
            try scheduler.backend.validate(halves, first: first)
        } catch {
            throw RPCError(.invalidArgument, "\(error)", reason: "code_out_of_range")
        }
        try await scheduler.push(halves, to: stream)
    }

    /// Samples on their way out.
    private func send(_ stream: Int, _ start: DecodeStart) async throws {
        let first = start.firstFrame * UInt64(SNACFrame.samples)
        var next = first
        defer { observed.note("samples", Int(next - first)) }
        while let chunk = try await scheduler.next(of: stream) {
            if next == first { observed.note("first_sample") }
            let audio = Audio(firstSample: next, samples: chunk.bytes)
            next += UInt64(chunk.count)
            try await writer.send(DecodeReply(audio: audio))
        }
    }
}
