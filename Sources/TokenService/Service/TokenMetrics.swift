import CoreMetrics

/// What the token service counts.
struct TokenMetrics: Sendable {
    let active = Meter(label: "lyre_tokens_streams")
    let frames = Counter(label: "lyre_tokens_frames_total")
    let dropped = Counter(label: "lyre_tokens_dropped_total")
    /// Frames that broke off after their first half was sent, and were completed by it.
    let repeated = Counter(label: "lyre_tokens_repeated_halves_total")
    let firstToken = Timer(label: "lyre_tokens_first_token_seconds")

    func failed(_ kind: String) {
        Counter(label: "lyre_tokens_failures_total", dimensions: [("kind", kind)]).increment()
    }
}
