import ArgumentParser
import Foundation
import SNAC

struct BenchDecoder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decoder",
        abstract: "Measures what decoding costs on one core: codes to features to samples.",
        discussion: """
            One thread decodes batches of --batch streams, each of which gets --hop latent steps a \
            call (4 are a frame of 85.33 ms, 2 the half frames of a live stream). Without --model \
            the weights are random and of the public 24 kHz configuration, which are as much work \
            as trained ones. The peak is what the same multiply-add instructions do on registers \
            alone; the share counts the multiplications and additions of the network's products \
            and convolutions, not its activations and its noise.

              lyre bench decoder --batch 1
              lyre bench decoder --kernels avx512bf16 --json
            """)

    @Option(help: ArgumentHelp("The SNAC model.", valueName: "folder"))
    var model: String?

    @Option(help: "Streams of a batch.")
    var batch = 8

    @Option(help: "Latent steps of each stream a call: even, since half a frame has two.")
    var hop = 4

    @OptionGroup var kernels: KernelOptions

    @Flag(help: "The kernels with products of bfloat16: --kernels avx512bf16.")
    var bf16 = false

    @Flag(help: "Measure the encoder, ten seconds a call.")
    var encoder = false

    @Option(help: "CPU-seconds of each measurement.")
    var seconds = 3.0

    @Option(help: "Measurements; the median is told.")
    var runs = 5

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...512).contains(batch), (2...512).contains(hop), hop % 2 == 0 else {
            throw ValidationError("--batch has to be 1 to 512, and --hop even, 2 to 512")
        }
        guard (0.1...600).contains(seconds), (1...100).contains(runs) else {
            throw ValidationError("--seconds has to be 0.1 to 600, and --runs 1 to 100")
        }
        guard !bf16 || kernels.kernels == nil else {
            throw ValidationError("--bf16 and --kernels exclude each other")
        }
    }

    func run() async throws {
        let chosen = bf16 ? try Kernels.chosen("avx512bf16") : try kernels.chosen()
        let model =
            if let folder = self.model {
                try SNACModel(folder: URL(fileURLWithPath: folder), kernels: chosen)
            } else {
                try await RandomModel.withFolder { try SNACModel(folder: $0, kernels: chosen) }
            }
        let benchmark = DecoderBenchmark(
            model: model, batch: batch, halves: hop / HalfFrame.latentSteps)
        var results: [DecoderRun] = []
        for run in 1...runs {
            FileHandle.standardError.write(Data("run \(run) of \(runs)\n".utf8))
            results.append(
                encoder
                    ? benchmark.encode(seconds: seconds) : try benchmark.decode(seconds: seconds))
        }
        let report = DecoderReport(
            runs: results, batch: encoder ? 1 : batch, hop: encoder ? nil : hop)
        print(json ? try report.json : report.text)
    }
}
