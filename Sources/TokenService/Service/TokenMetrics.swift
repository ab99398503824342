import CoreMetrics

/// What the token service counts.
struct TokenMetrics: Sendable {
    let active = Meter(label: "lyre_tokens_streams")
    let frames = Counter(label: "lyre_tokens_frames_total")
    let dropped = Counter(label: "lyre_tokens_dropped_total")
    let firstToken = Timer(label: "lyre_tokens_first_token_seconds")

    func failed(_ kind: String) {
        Counter(label: "lyre_tokens_failures_total", dimensions: [("kind", kind)]).increment()
    }
}
