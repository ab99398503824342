import CoreMetrics
import Dispatch

/// What the decoder service counts.
struct DecoderMetrics: Sendable {
    let active = Meter(label: "lyre_decoder_streams")
    let frames = Counter(label: "lyre_decoder_frames_total")
    let samples = Counter(label: "lyre_decoder_samples_total")
    let vocoder = Timer(label: "lyre_decoder_decode_seconds")
    let encoder = Timer(label: "lyre_decoder_encode_seconds")
}

extension Timer {
    /// Records how long something takes.
    func measure<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        let start = DispatchTime.now().uptimeNanoseconds
        defer { recordNanoseconds(Int64(DispatchTime.now().uptimeNanoseconds - start)) }
        return try work()
    }
}
