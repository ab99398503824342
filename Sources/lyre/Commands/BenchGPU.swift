import ArgumentParser
import Foundation
import SNAC
import SNACCUDA

struct BenchGPU: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gpu",
        abstract: "Tests and measures the decoder on a GPU.",
        discussion: """
            For each precision: the distance from the processors' samples; streams that are cut, \
            batched and moved at random, and have to be the same to the bit; steps of 1 to 128 \
            streams with a frame each; seconds of sound a second by two engines; and the shares of \
            what products of registers and copies reach on this GPU, each layer's rows read and \
            written once. Without --model the weights are random and of the public 24 kHz configuration.

              lyre bench gpu --nvrtc .build/nvrtc/libnvrtc.so
              lyre bench streams --find -- --device cuda:0

            The exit status is 0 when it is within 1e-4 and no stream has changed, else 1.
            """)

    @Option(help: "cuda:0, cuda:1, or cuda: and the UUID of a GPU or of a slice of one.")
    var device = "cuda:0"

    @Option(help: ArgumentHelp("The SNAC model.", valueName: "folder"))
    var model: String?

    @Option(help: "exact or bf16; both when left out.")
    var precision: Precision?

    @Option(help: ArgumentHelp("Where kernels lie compiled.", valueName: "folder"))
    var kernelCache: String?

    @Option(help: ArgumentHelp("libnvrtc.so; the system's when left out.", valueName: "file"))
    var nvrtc: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("A file for the figures as JSON, besides.", valueName: "file"))
    var output: String?

    func run() async throws {
        guard let name = DeviceName(device), name != .cpu else {
            throw ValidationError(
                "--device is '\(device)', but has to be cuda: and a number or a UUID")
        }
        if let model {
            try measure(name, folder: URL(fileURLWithPath: model))
        } else {
            try await RandomModel.withFolder { try measure(name, folder: $0) }
        }
    }

    private func measure(_ name: DeviceName, folder: URL) throws {
        do {
            let gpu = try CUDAGPU(name)
            let cache =
                kernelCache.map { KernelCache(folder: URL(fileURLWithPath: $0)) } ?? .standard
            let kernels = try cache.kernels(for: gpu.architecture) { () throws(GPUError) in
                try KernelCompiler(path: nvrtc)
            }
            let model = try SNACModel(folder: folder)
            let reports = try (precision.map { [$0] } ?? Precision.allCases).map { precision in
                let backend = try CUDABackend(
                    gpu: gpu, kernels: kernels, configuration: model.configuration,
                    checkpoint: try Checkpoint.load(folder), precision: precision)
                let report = try GPUReport(
                    GPUBenchmark(gpu: gpu, backend: backend, model: model, precision: precision))
                print(report.text)
                return report
            }
            if let output {
                try Data(ReportJSON.text(reports).utf8).write(to: URL(fileURLWithPath: output))
            }
            if !reports.allSatisfy(\.isExact) { throw ExitCode(1) }
        } catch let error as GPUError {
            throw FarmError("\(error)")
        }
    }
}

extension Precision: ExpressibleByArgument {}
