import LyreRPC
import PCMAudio
import SNAC
import WireMessages

extension DecoderService {
    /// What one call may encode: ten minutes, 58 MB of samples.
    private static let sampleLimit = 600 * 24_000

    /// One call of Decoder/Encode. The encoder sees the whole sound, so frames come at its end.
    func encode(
        _ reader: MessageReader<EncodeRequest>, _ writer: MessageWriter<EncodeReply>
    ) async throws {
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
        guard !samples.isEmpty else { return }
        let frames = metrics.encoder.measure { model.encode(samples) }
        // 4096 frames of codes stay far below the limit of a message.
        for start in stride(from: 0, to: frames.count, by: 4096) {
            let some = frames[start..<min(start + 4096, frames.count)]
            try await writer.send(EncodeReply(frames: CodeFrames(codes: some.flatMap(\.wireCodes))))
        }
    }
}
