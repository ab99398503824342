import Foundation
import SNAC
import SNACCUDA

/// What ``GPUBenchmark`` found with one precision, as text and as JSON.
package struct GPUReport: Encodable {
    package struct Step: Encodable {
        package let streams: Int
        package let millisecondsP50: Double
        package let millisecondsP99: Double
    }

    package let device: String
    package let precision: String
    package let largestError: Double
    package let decibels: Double
    package let streamsCut: Int
    package let streamsChanged: Int
    package let steps: [Step]
    /// Seconds of sound a second, which is streams in real time.
    package let realTimeStreams: Double
    package let tensorShare: Double
    package let peakTeraflops: Double
    package let bandwidthShare: Double
    package let peakGigabytes: Double

    /// - Parameter scale: How long to measure: 1 is what the figures are made with.
    package init(_ benchmark: GPUBenchmark, scale: Double = 1) throws {
        func count(_ whole: Int) -> Int { max(1, Int(Double(whole) * scale)) }
        device = benchmark.gpu.name
        precision = benchmark.precision.rawValue
        (largestError, decibels) = try benchmark.error(frames: count(40))
        streamsCut = count(24)
        streamsChanged = try benchmark.changedStreams(of: streamsCut, frames: count(20))
        let sizes = [1, 4, 16, 32, 64, 128].filter { $0 <= count(128) }
        steps = try sizes.map { streams in
            let (p50, p99) = try benchmark.step(streams: streams, steps: count(200))
            return Step(streams: streams, millisecondsP50: p50, millisecondsP99: p99)
        }
        realTimeStreams = try benchmark.throughput(seconds: 5 * scale)
        let peak = try DevicePeak.measure(
            benchmark.gpu, benchmark.precision, rounds: count(4096), blocks: count(2048))
        let operations = 2 * benchmark.model.configuration.decoderMultiplyAdds * realTimeStreams
        tensorShare = operations / peak.operations
        peakTeraflops = peak.operations * 1e-12
        let stepsASecond = 24_000 / Double(SNACFrame.samplesPerStep) * realTimeStreams
        bandwidthShare = Double(benchmark.backend.bytesPerStep) * stepsASecond / peak.bytes
        peakGigabytes = peak.bytes * 1e-9
    }

    /// Whether it keeps its promises.
    package var isExact: Bool {
        streamsChanged == 0 && (precision != "exact" || largestError < 1e-4)
    }

    package var text: String {
        let rows = steps.map {
            String(
                format: "  a step of %3d frames  p50 %.2f ms, p99 %.2f ms", $0.streams,
                $0.millisecondsP50, $0.millisecondsP99)
        }
        return
            ([
                "\(device), \(precision)",
                String(
                    format: "  from the processors  at most %.1e, %.1f dB", largestError, decibels),
                "  cut and batched      \(streamsCut - streamsChanged) of \(streamsCut) streams "
                    + "to the bit as whole",
            ] + rows + [
                String(format: "  real-time streams    %.0f by two engines", realTimeStreams),
                String(
                    format: "  tensor cores         %.0f %% of %.1f TFLOP/s", 100 * tensorShare,
                    peakTeraflops),
                String(
                    format: "  memory               %.0f %% of %.0f GB/s", 100 * bandwidthShare,
                    peakGigabytes),
            ]).joined(separator: "\n")
    }
}
