/// What each metric says, and the upper bounds of its buckets where its name suggests none.
public enum TextMetricNotes {
    public static let all: [(name: String, help: String, buckets: [Double]?)] = [
        ("lyre_text_requests", "Calls of Speak at work.", nil),
        ("lyre_text_prompts_total", "Prompts that were spoken.", nil),
        ("lyre_text_samples_total", "Samples sent to listeners, 24,000 a second.", nil),
        (
            "lyre_text_first_sample_seconds",
            "From a call to its first samples.",
            [0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10]
        ),
        (
            "lyre_text_request_seconds",
            "From a call to its last samples.",
            [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300]
        ),
        (
            "lyre_text_real_time_factor",
            "Seconds that a call took for a second of its sound.",
            [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2]
        ),
        (
            "lyre_text_worst_lead_seconds",
            "Sound that the listener with the least of it has left.",
            nil
        ),
        ("lyre_text_resumes_total", "Streams that went on at another server, by leg.", nil),
        (
            "lyre_text_resume_seconds",
            "From the break of a stream to its continuation.",
            [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 5]
        ),
    ]
}
