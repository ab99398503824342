import LyreRPC
import SNAC
import WireMessages

/// Decoder/Decode and Decoder/Encode: SNAC's codes to samples, and samples to codes.
public struct DecoderService<Backend: DecoderBackend>: Sendable {
    let scheduler: Scheduler<Backend>
    private let encoder: EncoderQueue

    /// - Parameter encode: Samples to codes, see ``SNACModel/encode(_:)``.
    public init(
        scheduler: Scheduler<Backend>, encode: @escaping @Sendable ([Float]) -> [SNACFrame]
    ) {
        self.scheduler = scheduler
        let timer = scheduler.metrics.encoder
        encoder = EncoderQueue { samples in timer.measure { encode(samples) } }
    }

    /// Adds the methods, which the admission bounds together, and what LOAD tells of them.
    public func register(in registry: inout Registry, admission: Admission) {
        registry.limit("Decoder", to: admission)
        registry.permit("Decoder", to: .frontend)
        registry.bidirectional(Decoder.decode) { [scheduler] reader, writer, context in
            try await DecodeCall(
                scheduler: scheduler, reader: reader, writer: writer, observed: context.observed
            ).run()
        }
        registry.bidirectional(Decoder.encode) { [encoder] reader, writer, _ in
            try await EncodeCall(
                queue: encoder, reader: reader, writer: writer
            ).run()
        }
        registry.report { [scheduler] in scheduler.pressure }
    }

    /// Brings gauges up to date, before somebody reads them.
    public func updateMetrics(capacity: Int) {
        scheduler.metrics.update(capacity: capacity, scheduler.pressure)
    }
}
