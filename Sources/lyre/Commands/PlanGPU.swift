import ArgumentParser
import EnginePlanning
import Foundation

struct PlanGPU: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gpu",
        abstract: "Plans a GPU's memory for vLLM: where it goes, which streams fit, which flags.",
        discussion: """
            Without --streams it tells how many fit; with --streams it tells the least that vLLM \
            has to take of the GPU for them. --gpu is a number of GB or a name: \
            \(GPU.known.map(\.name).joined(separator: ", ")).

              lyre plan --gpu 24 --quantization fp8 --gpu-memory-utilization 0.35
              lyre plan --gpu h100 --streams 100 --seconds 30
              lyre plan --gpu l4 --model-config orpheus/config.json --json

            Only memory is planned: 'lyre tune' measures how many streams are held in real time. \
            The exit status is 1 when it does not fit.
            """)

    @Option(help: "The GPU: its GB, or its name.")
    var gpu: String

    @Option(help: "GPUs over which the model is spread.")
    var tensorParallelSize = 1

    @Option(
        help: ArgumentHelp("A model's config.json; Orpheus 3B unless given.", valueName: "file"))
    var modelConfig: String?

    @Option(help: "The weights' quantization: none or fp8.")
    var quantization = WeightPrecision.none

    @Option(help: "The KV cache's numbers: auto, as the model computes, or fp8.")
    var kvCacheDtype = CachePrecision.auto

    @Option(help: "Streams at once; as many as fit unless given.")
    var streams: Int?

    @Option(help: "Seconds of speech of a stream.")
    var seconds = 20.0

    @Option(help: "The share of the GPU that vLLM may take.")
    var gpuMemoryUtilization: Double?

    @Option(help: "GB of a GPU for the CUDA context, activations and CUDA graphs: an assumption.")
    var overhead = Double(MemoryAssumptions().overhead) / 1e9

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (0...1000).contains(overhead) else {
            throw ValidationError("--overhead is \(overhead), but has to be 0 to 1000 GB")
        }
    }

    func run() throws {
        var request = PlanRequest(gpu: try GPU(gpu))
        if let file = modelConfig {
            guard let config = FileManager.default.contents(atPath: file) else {
                throw FarmError("the file '\(file)' cannot be read")
            }
            request.model = try ModelShape(config: config, name: file)
        }
        request.tensorParallel = tensorParallelSize
        request.weights = quantization
        request.cache = kvCacheDtype
        request.streams = streams
        request.seconds = seconds
        request.utilization = gpuMemoryUtilization
        request.assumptions.overhead = Int(overhead * 1e9)
        let report = PlanReport(plan: try MemoryPlan(request))
        print(json ? try report.json : report.text)
    }
}

extension WeightPrecision: ExpressibleByArgument {}
extension CachePrecision: ExpressibleByArgument {}
