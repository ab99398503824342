import CoreMetrics
import LyreRPC
import Orpheus
import WireMessages

/// What the text frontend counts.
struct FrontendMetrics: Sendable {
    let active = Meter(label: "lyre_text_requests")
    private let prompts = Counter(label: "lyre_text_prompts_total")
    private let samples = Counter(label: "lyre_text_samples_total")
    private let firstSample = Timer(label: "lyre_text_first_sample_seconds")
    private let total = Timer(label: "lyre_text_request_seconds")
    private let realTimeFactor = Recorder(label: "lyre_text_real_time_factor")
    private let worstLead = Meter(label: "lyre_text_worst_lead_seconds")

    init() {
        // There from the start, so that a rate has its first value.
        for leg in Leg.Name.allCases {
            Self.resumes(leg).increment(by: 0)
            _ = Self.resumeTime(leg)
        }
    }

    private static func resumes(_ leg: Leg.Name) -> Counter {
        Counter(label: "lyre_text_resumes_total", dimensions: [("leg", leg.rawValue)])
    }

    private static func resumeTime(_ leg: Leg.Name) -> Timer {
        Timer(label: "lyre_text_resume_seconds", dimensions: [("leg", leg.rawValue)])
    }

    /// A server failed in the middle of a call, and another one is to go on.
    func resumes(_ leg: Leg.Name) { Self.resumes(leg).increment() }

    /// It has gone on, so long after it broke off.
    func resumed(_ leg: Leg.Name, after gap: Duration) {
        Self.resumeTime(leg).recordNanoseconds(gap.wholeNanoseconds)
    }

    /// What is read when somebody asks.
    func update(worstLead lead: Duration?) {
        // No listener, no lead.
        worstLead.set(lead?.inSeconds ?? .nan)
    }

    func finished(_ summary: SpeakSummary) {
        prompts.increment(by: Int(summary.prompts))
        samples.increment(by: Int(summary.samples))
        firstSample.recordMicroseconds(Int64(summary.firstSampleMicroseconds))
        total.recordMicroseconds(Int64(summary.totalMicroseconds))
        guard summary.samples > 0 else { return }
        let sound = Double(summary.samples) / Double(Frame.sampleRate)
        realTimeFactor.record(Double(summary.totalMicroseconds) * 1e-6 / sound)
    }
}
