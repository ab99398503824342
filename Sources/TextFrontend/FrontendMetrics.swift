import CoreMetrics
import WireMessages

/// What the text frontend counts.
struct FrontendMetrics: Sendable {
    let active = Meter(label: "lyre_text_requests")
    private let prompts = Counter(label: "lyre_text_prompts_total")
    private let samples = Counter(label: "lyre_text_samples_total")
    private let firstSample = Timer(label: "lyre_text_first_sample_seconds")
    private let total = Timer(label: "lyre_text_request_seconds")

    func finished(_ summary: SpeakSummary) {
        prompts.increment(by: Int(summary.prompts))
        samples.increment(by: Int(summary.samples))
        firstSample.recordMicroseconds(Int64(summary.firstSampleMicroseconds))
        total.recordMicroseconds(Int64(summary.totalMicroseconds))
    }
}
