import CoreMetrics
import Dispatch
import LyreRPC
import SNAC

/// What the decoder service counts.
struct DecoderMetrics: Sendable {
    let active = Meter(label: "lyre_decoder_streams")
    let encoder = Timer(label: "lyre_decoder_encode_seconds")
    private let capacity = Meter(label: "lyre_decoder_capacity")
    private let queue = Meter(label: "lyre_decoder_queue")
    private let worstLead = Meter(label: "lyre_decoder_worst_lead_seconds")
    private let frames = Counter(label: "lyre_decoder_frames_total")
    private let samples = Counter(label: "lyre_decoder_samples_total")
    private let features = Timer(label: "lyre_decoder_features_seconds")
    private let vocoder = Timer(label: "lyre_decoder_vocoder_seconds")
    private let queued = Timer(label: "lyre_decoder_queue_seconds")
    private let added = Timer(label: "lyre_decoder_added_seconds")
    private let batchStreams = Recorder(label: "lyre_decoder_batch_streams")
    private let batchSteps = Recorder(label: "lyre_decoder_batch_steps")
    private let busy: FloatingPointCounter
    /// By what the listener waited for: codes that were not there, or an engine.
    private let underruns: (codes: Counter, engine: Counter)

    init(backend: String, engines: Int) {
        Meter(label: "lyre_decoder_engines", dimensions: [("backend", backend)]).set(engines)
        busy = FloatingPointCounter(label: "lyre_decoder_engine_busy_seconds_total")
        let label = "lyre_decoder_underruns_total"
        underruns = (
            Counter(label: label, dimensions: [("waited_for", "codes")]),
            Counter(label: label, dimensions: [("waited_for", "engine")]))
        // There from the start, so that a rate has its first value.
        frames.increment(by: 0)
        underruns.codes.increment(by: 0)
        underruns.engine.increment(by: 0)
    }

    /// A batch was decoded.
    func batch(
        _ turns: [Schedule.Turn], _ times: StageTimes, from start: Instant, busy span: Duration
    ) {
        for turn in turns { queued.record(start - turn.hop.arrival) }
        features.recordNanoseconds(Int64(clamping: times.features))
        vocoder.recordNanoseconds(Int64(clamping: times.vocoder))
        batchStreams.record(turns.count)
        batchSteps.record(turns.reduce(0) { $0 + $1.hop.steps })
        busy.increment(by: span.inSeconds)
        frames.increment(by: turns.reduce(0) { $0 + $1.hop.frames })
    }

    /// Samples leave for their listener.
    /// - Parameters:
    ///   - time: Since the newest of their codes came.
    ///   - waited: How long the listener has had nothing to play.
    func samplesLeave(_ count: Int, added time: Duration, waited: Duration) {
        samples.increment(by: count)
        added.record(time)
        guard waited > .zero else { return }
        (waited > time ? underruns.codes : underruns.engine).increment()
    }

    /// What is read when somebody asks.
    func update(capacity places: Int, _ pressure: (queued: Int, worstLead: Duration?)) {
        capacity.set(places)
        queue.set(pressure.queued)
        // No listener, no lead.
        worstLead.set(pressure.worstLead?.inSeconds ?? .nan)
    }
}

extension Timer {
    fileprivate func record(_ time: Duration) {
        recordNanoseconds(Int64(clamping: time.components.seconds) * 1_000_000_000
            + time.components.attoseconds / 1_000_000_000)
    }

    /// Records how long something takes.
    func measure<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        let start = DispatchTime.now().uptimeNanoseconds
        defer { recordNanoseconds(Int64(DispatchTime.now().uptimeNanoseconds - start)) }
        return try work()
    }
}
