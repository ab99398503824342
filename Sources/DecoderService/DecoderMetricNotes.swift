/// What each metric says, and the upper bounds of its buckets where its name suggests none.
public enum DecoderMetricNotes {
    public static let all: [(name: String, help: String, buckets: [Double]?)] = [
        ("lyre_decoder_streams", "Calls of Decode at work.", nil),
        ("lyre_decoder_capacity", "Calls that are taken at once.", nil),
        ("lyre_decoder_engines", "Engines by the backend they run on.", nil),
        ("lyre_decoder_queue", "Steps that wait for an engine.", nil),
        ("lyre_decoder_queue_seconds", "Age of codes when their step begins.", nil),
        (
            "lyre_decoder_worst_lead_seconds",
            "Sound that the caller with the least of it has left.",
            nil
        ),
        ("lyre_decoder_frames_total", "Frames decoded.", nil),
        ("lyre_decoder_samples_total", "Samples handed to callers.", nil),
        ("lyre_decoder_features_seconds", "Codes to features, a batch.", nil),
        ("lyre_decoder_vocoder_seconds", "Features to samples, a batch.", nil),
        ("lyre_decoder_added_seconds", "From the newest codes of some samples to these.", nil),
        ("lyre_decoder_batch_streams", "Streams in a batch.", nil),
        ("lyre_decoder_batch_steps", "Steps of half a frame in a batch.", nil),
        ("lyre_decoder_engine_busy_seconds_total", "Time that engines decoded.", nil),
        (
            "lyre_decoder_underruns_total",
            "Samples that came when a listener had none left, by what was waited for.",
            nil
        ),
        ("lyre_decoder_encode_seconds", "Samples to codes, a call of Encode.", nil),
    ]

    /// Those of a decoder on a GPU.
    public static let device: [(name: String, help: String, buckets: [Double]?)] = [
        ("lyre_decoder_gpu_utilization_ratio", "Share of the time in which the GPU worked.", nil),
        ("lyre_decoder_gpu_memory_used_bytes", "Memory of the GPU in use, by whomever.", nil),
        ("lyre_decoder_gpu_memory_total_bytes", "Memory of the GPU.", nil),
        ("lyre_decoder_gpu_clock_hertz", "Clock of the GPU's multiprocessors.", nil),
        ("lyre_decoder_gpu_temperature_celsius", "Temperature of the GPU.", nil),
        ("lyre_decoder_gpu_power_watts", "Power that the GPU takes.", nil),
    ]
}
