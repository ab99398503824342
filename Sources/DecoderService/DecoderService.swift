import LyreRPC
import SNAC
import WireMessages

/// Decoder/Decode and Decoder/Encode: SNAC's codes to samples, and samples to codes.
///
/// A stream is decoded in the task of its call, a few frames at a time, so that streams take turns.
public struct DecoderService: Sendable {
    /// Frames that are decoded in one go: 0.68 s of audio.
    static let framesAtOnce = 8

    let model: SNACModel
    let metrics = DecoderMetrics()

    public init(model: SNACModel) { self.model = model }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.limit("Decoder", to: admission)
        registry.bidirectional(Decoder.decode) { reader, writer, _ in
            try await DecodeCall(service: self, writer: writer).run(reader)
        }
        registry.bidirectional(Decoder.encode) { reader, writer, _ in
            try await self.encode(reader, writer)
        }
    }
}
