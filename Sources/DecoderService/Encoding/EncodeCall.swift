import LyreRPC
import PCMAudio
import SNAC
import WireMessages

/// One call of Decoder/Encode. The encoder sees the whole sound, so frames come at its end.
struct EncodeCall {
    /// What one call may encode: ten minutes, 58 MB of samples.
    private static let sampleLimit = 600 * 24_000
    /// Frames a message, far below its limit.
    private static let framesAtOnce = 4096

    let queue: EncoderQueue
    let reader: MessageReader<EncodeRequest>
    let writer: MessageWriter<EncodeReply>

    func run() async throws {
        let frames = try await queue.withPlace {
            let samples = try await receive()
            return samples.isEmpty ? [] : try await queue.encode(samples)
        }
        for start in stride(from: 0, to: frames.count, by: Self.framesAtOnce) {
            let some = frames[start..<min(start + Self.framesAtOnce, frames.count)]
            try await writer.send(EncodeReply(frames: CodeFrames(codes: some.flatMap(\.wireCodes))))
        }
    }

    private func receive() async throws -> [Float] {
        var bytes: [UInt8] = []
        while let request = try await reader.next() {
            bytes += request.samples
            guard bytes.count <= 4 * Self.sampleLimit else {
                throw RPCError(.outOfRange, "a sound may have at most 10 minutes", reason: "too_long")
            }
        }
        guard bytes.count % 4 == 0 else {
            throw RPCError(.invalidArgument, "\(bytes.count) bytes are no 32-bit samples")
        }
        let samples = PCMFloat.samples(bytes)
        guard samples.allSatisfy({ $0.isFinite }) else {
            throw RPCError(.invalidArgument, "a sample is not a finite number")
        }
        return samples
    }
}
