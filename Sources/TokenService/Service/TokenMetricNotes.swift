/// What each metric says, and the upper bounds of its buckets where its name suggests none.
public enum TokenMetricNotes {
    public static let all: [(name: String, help: String, buckets: [Double]?)] = [
        ("lyre_tokens_streams", "Generations at work.", nil),
        ("lyre_tokens_frames_total", "Frames handed to callers.", nil),
        ("lyre_tokens_dropped_total", "Tokens of engines that fit no slot, and were dropped.", nil),
        (
            "lyre_tokens_repeated_halves_total",
            "Frames that broke off, and were completed by their first half.",
            nil
        ),
        (
            "lyre_tokens_first_token_seconds",
            "From a call to its first token.",
            [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30]
        ),
        (
            "lyre_tokens_gap_seconds",
            "From tokens of a stream to its next ones.",
            [0.005, 0.01, 0.0122, 0.015, 0.02, 0.03, 0.05, 0.0853, 0.128, 0.2, 0.4, 1, 5]
        ),
        (
            "lyre_tokens_stream_tokens_per_second",
            "Tokens a second of a speech; its sound takes 82.03.",
            [10, 20, 40, 60, 70, 80, 82.03, 85, 90, 100, 125, 150, 200, 400, 800]
        ),
        ("lyre_tokens_queue", "Generations that wait for an engine.", nil),
        (
            "lyre_tokens_queue_seconds",
            "Waits for a place at an engine.",
            [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
        ),
        (
            "lyre_tokens_worst_lead_seconds",
            "Sound that the caller with the least of it has left.",
            nil
        ),
        ("lyre_tokens_engines", "Engines by their condition.", nil),
        ("lyre_tokens_failures_total", "Calls that failed, by the reason of their status.", nil),
        (
            "lyre_tokens_resumes_total",
            "Generations that went on elsewhere, by what ended the last one.",
            nil
        ),
        (
            "lyre_tokens_rolls_total",
            "Generations begun again with another seed, by what was wrong.",
            nil
        ),
        ("lyre_tokens_speeches_total", "Speeches by how they ended.", nil),
    ]
}
