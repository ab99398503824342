import TestSupport

/// How much chaos there is: little in `make test`, much in `make chaos` and `make soak`.
enum ChaosSettings {
    static let rounds = TestSetting.number("LYRE_CHAOS_ROUNDS", else: 1)
    static let streams = TestSetting.number("LYRE_CHAOS_STREAMS", else: 6)
    /// Calls of a rolling restart.
    static let calls = TestSetting.number("LYRE_CHAOS_CALLS", else: 60)
    /// Times that slow listeners come and go.
    static let slowRounds = rounds > 1 ? 5 : 1
    /// Minutes of the soak; 0 for none.
    static let soak = TestSetting.number("LYRE_SOAK_MINUTES", else: 0)
    /// From one kill of the soak to the next.
    static let killing = Duration.seconds(TestSetting.number("LYRE_SOAK_KILLING", else: 60))

    /// Minutes that a test may take.
    static let patience = rounds > 1 || soak > 0 ? 120 + soak : 2
}

/// Times as a row of a table shows them.
struct Times {
    private let sorted: [Duration]

    init(_ times: [Duration]) { sorted = times.sorted() }

    func percentile(_ share: Double) -> Duration {
        sorted.isEmpty ? .zero : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// `p50 90 ms, p99 104 ms, most 106 ms`
    var text: String {
        let figures = [("p50", 0.5), ("p99", 0.99), ("most", 1)].map { name, share in
            "\(name) \(Int(percentile(share) / .milliseconds(1))) ms"
        }
        return figures.joined(separator: ", ")
    }
}
