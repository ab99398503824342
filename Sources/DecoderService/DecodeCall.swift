import LyreRPC
import Orpheus
import PCMAudio
import SNAC
import WireMessages

/// One call of Decoder/Decode.
struct DecodeCall {
    let service: DecoderService
    let writer: MessageWriter<DecodeReply>

    func run(_ reader: MessageReader<DecodeRequest>) async throws {
        service.metrics.active.increment()
        defer { service.metrics.active.decrement() }

        guard let first = try await reader.next() else { return }
        var start = DecodeStart()
        var frames: [SNACFrame] = []
        switch first {
        case .start(let given): start = given
        case .frames(let given): frames = try SNACFrame.list(given)
        }
        let stream = try DecodeStream(start, service: service)
        try await stream.decode(frames, to: writer)
        while let request = try await reader.next() {
            guard case .frames(let given) = request else {
                throw RPCError(.invalidArgument, "a stream has one start, before its frames")
            }
            try await stream.decode(try SNACFrame.list(given), to: writer)
        }
        try await stream.finish(to: writer)
    }
}

/// The decoder of a call and where it stands.
private final class DecodeStream {
    private let decoder: StreamingDecoder
    private let format: SampleFormat
    private let metrics: DecoderMetrics
    private var nextSample: UInt64

    init(_ start: DecodeStart, service: DecoderService) throws(RPCError) {
        format = start.format
        metrics = service.metrics
        guard start.firstFrame < 1 << 32 else {
            throw RPCError(.outOfRange, "a stream cannot start at frame \(start.firstFrame)")
        }
        nextSample = start.firstFrame * UInt64(SNACFrame.samples)
        let context = try SNACFrame.list(start.context)
        do {
            decoder = try service.model.makeDecoder(
                noise: start.seed.map { .seed($0) } ?? .off, firstFrame: Int(start.firstFrame),
                context: context)
        } catch {
            throw RPCError(.invalidArgument, "\(error)")
        }
    }

    /// Decodes frames, and sends samples as soon as they are exact.
    func decode(_ frames: [SNACFrame], to writer: MessageWriter<DecodeReply>) async throws {
        var rest = frames[...]
        while !rest.isEmpty {
            let some = Array(rest.prefix(DecoderService.framesAtOnce))
            rest = rest.dropFirst(some.count)
            let samples: [Float]
            do {
                samples = try metrics.vocoder.measure { try decoder.push(some) }
            } catch let error as SNACError {
                throw RPCError(.invalidArgument, "\(error)", reason: "code_out_of_range")
            }
            metrics.frames.increment(by: some.count)
            try await send(samples, to: writer)
            // Other streams wait for this thread too.
            await Task.yield()
        }
    }

    func finish(to writer: MessageWriter<DecodeReply>) async throws {
        try await send(metrics.vocoder.measure { decoder.finish() }, to: writer)
    }

    private func send(_ samples: [Float], to writer: MessageWriter<DecodeReply>) async throws {
        guard !samples.isEmpty else { return }
        let bytes =
            switch format {
            case .s16: WAVFormat.pcm16.bytes(samples)
            case .f32: WAVFormat.float32.bytes(samples)
            }
        let audio = Audio(firstSample: nextSample, samples: bytes)
        nextSample += UInt64(samples.count)
        metrics.samples.increment(by: samples.count)
        try await writer.send(DecodeReply(audio: audio))
    }
}
