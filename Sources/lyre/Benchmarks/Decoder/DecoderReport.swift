import Foundation

/// Medians of several runs, as text and as JSON.
struct DecoderReport {
    private let values: Values

    /// `hop` is nil for the encoder.
    init(runs: [DecoderRun], batch: Int, hop: Int?) {
        func median(_ value: (DecoderRun) -> Double?) -> Double? {
            Percentiles(runs.compactMap(value))(0.5)
        }
        let calls = Percentiles(runs.flatMap(\.calls))
        let cost = median(\.cost) ?? 0
        let features = median(\.featuresShare)
        values = Values(
            kernels: runs.first?.kernels ?? "", batch: batch, hopSteps: hop,
            cpuSecondsPerAudioSecond: cost, streamsPerCore: 1 / cost,
            callMillisecondsP50: calls(0.5) ?? 0, callMillisecondsP99: calls(0.99) ?? 0,
            peakGflops: (median(\.peak) ?? 0) * 1e-9, peakShare: median(\.peakShare) ?? 0,
            featuresShare: features, vocoderShare: features.map { 1 - $0 }, runs: runs.count)
    }

    var json: String {
        get throws {
            return try ReportJSON.text(values, lines: false)
        }
    }

    var text: String {
        let what = values.hopSteps.map { "decoder, batch \(values.batch), \($0) latent steps a call" }
        var lines = [
            "\(what ?? "encoder, 10 s a call"), \(values.kernels), median of \(values.runs) runs",
            String(
                format: "  CPU-seconds a second of audio  %.4f, %.1f streams a core",
                values.cpuSecondsPerAudioSecond, values.streamsPerCore),
            String(
                format: "  a call                         p50 %.2f ms, p99 %.2f ms",
                values.callMillisecondsP50, values.callMillisecondsP99),
            String(
                format: "  share of the peak              %.0f %% of %.0f GFLOP/s",
                100 * values.peakShare, values.peakGflops),
        ]
        if let features = values.featuresShare, let vocoder = values.vocoderShare {
            lines.append(
                String(
                    format: "  of the time                    features %.2f %%, vocoder %.2f %%",
                    100 * features, 100 * vocoder))
        }
        return lines.joined(separator: "\n")
    }

    private struct Values: Encodable {
        let kernels: String
        let batch: Int
        let hopSteps: Int?
        let cpuSecondsPerAudioSecond: Double
        let streamsPerCore: Double
        let callMillisecondsP50: Double
        let callMillisecondsP99: Double
        let peakGflops: Double
        let peakShare: Double
        let featuresShare: Double?
        let vocoderShare: Double?
        let runs: Int
    }
}
