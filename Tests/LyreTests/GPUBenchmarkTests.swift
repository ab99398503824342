import DemoVoice
import EmulatedGPU
import SNAC
import SNACCUDA
import Testing
import lyre

/// The benchmark itself, on an emulated GPU, briefly: what it finds is there, and how fast that was
/// is of no interest.
@Suite struct GPUBenchmarkTests {
    private func report(_ precision: Precision) throws -> GPUReport {
        let folder = try DemoVoice.folder()
        let gpu = EmulatedGPU()
        let backend = try CUDABackend(
            gpu: gpu, kernels: [1], configuration: try SNACConfiguration(folder: folder),
            checkpoint: try Checkpoint.load(folder), precision: precision)
        let benchmark = GPUBenchmark(
            gpu: gpu, backend: backend, model: try SNACModel(folder: folder),
            precision: precision)
        return try GPUReport(benchmark, scale: 0.05)
    }

    @Test func anExactDecoderKeepsItsPromises() throws {
        let report = try report(.exact)
        #expect(report.largestError < 1e-4)
        #expect(report.streamsCut == 1 && report.streamsChanged == 0)
        #expect(report.isExact)
        #expect(report.steps.map(\.streams) == [1, 4])
        #expect(report.realTimeStreams > 0 && report.tensorShare > 0 && report.bandwidthShare > 0)
        #expect(report.text.contains("1 of 1 streams to the bit as whole"))
    }

    @Test func aRoundedDecoderIsFarther() throws {
        let report = try report(.bf16)
        #expect(report.largestError > 1e-4 && report.decibels > 30)
        #expect(report.isExact)
    }
}
