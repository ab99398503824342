import CoreMetrics
import LyreRPC

/// What the token service counts.
struct TokenMetrics: Sendable {
    let active = Meter(label: "lyre_tokens_streams")
    let frames = Counter(label: "lyre_tokens_frames_total")
    let dropped = Counter(label: "lyre_tokens_dropped_total")
    /// Frames that broke off after their first half was sent, and were completed by it.
    let repeated = Counter(label: "lyre_tokens_repeated_halves_total")
    let firstToken = Timer(label: "lyre_tokens_first_token_seconds")
    /// From one piece of a stream with tokens to the next.
    let gaps = Timer(label: "lyre_tokens_gap_seconds")
    /// Of each speech, from its first token to its last.
    let rates = Recorder(label: "lyre_tokens_stream_tokens_per_second")
    /// Waits for a place at an engine.
    let queued = Timer(label: "lyre_tokens_queue_seconds")
    private let queue = Meter(label: "lyre_tokens_queue")
    private let worstLead = Meter(label: "lyre_tokens_worst_lead_seconds")
    /// By how they ended: every speech is counted, which must not look the counter up.
    private let speeches: [Speech.Ending: Counter]

    init() {
        // There from the start, so that a rate has its first value.
        for kind in GenerationError.Kind.allCases {
            Self.failures("\(kind)").increment(by: 0)
            Self.generations(.failure(kind)).increment(by: 0)
        }
        Self.generations(.serverLimit).increment(by: 0)
        for fault in Speech.Fault.allCases { Self.generations(.roll(fault)).increment(by: 0) }
        let endings = [.endOfSpeech, .limit] + Speech.Fault.allCases.map(Speech.Ending.cut)
        speeches = Dictionary(uniqueKeysWithValues: endings.map { ($0, Self.speeches($0)) })
        for counter in speeches.values { counter.increment(by: 0) }
    }

    /// - Parameter reason: Of the status.
    func failed(_ reason: String) { Self.failures(reason).increment() }

    /// A further generation was needed.
    func again(_ cause: Speech.Cause) { Self.generations(cause).increment() }

    /// A speech ended well, or was ended.
    func ended(_ ending: Speech.Ending) { speeches[ending]?.increment() }

    private static func failures(_ reason: String) -> Counter {
        Counter(label: "lyre_tokens_failures_total", dimensions: [("reason", reason)])
    }

    private static func generations(_ cause: Speech.Cause) -> Counter {
        let (label, why) =
            switch cause {
            case .failure(let kind): ("lyre_tokens_resumes_total", "\(kind)")
            case .serverLimit: ("lyre_tokens_resumes_total", "server_limit")
            case .roll(let fault): ("lyre_tokens_rolls_total", fault.rawValue)
            }
        return Counter(label: label, dimensions: [("cause", why)])
    }

    private static func speeches(_ ending: Speech.Ending) -> Counter {
        let reason =
            switch ending {
            case .endOfSpeech: "end_of_speech"
            case .limit: "limit"
            case .cut(let fault): fault.rawValue
            }
        return Counter(label: "lyre_tokens_speeches_total", dimensions: [("ending", reason)])
    }

    /// What is read when somebody asks.
    func update(queued: Int, worstLead lead: Duration?, engines: [EngineReport]) {
        queue.set(queued)
        // No listener, no lead.
        worstLead.set(lead?.inSeconds ?? .nan)
        for condition in EngineReport.Condition.allCases {
            Meter(label: "lyre_tokens_engines", dimensions: [("condition", condition.rawValue)])
                .set(engines.count { $0.condition == condition })
        }
    }
}

extension Timer {
    func record(_ time: Duration) { recordNanoseconds(time.wholeNanoseconds) }
}
