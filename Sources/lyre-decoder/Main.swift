import ArgumentParser
import DecoderService
import Foundation
import SNAC
import ServiceHost

/// SNAC's codes to samples, and samples to codes.
@main
struct LyreDecoder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lyre-decoder",
        abstract: "Decodes SNAC codes to samples: Decoder/Decode and Decoder/Encode.",
        discussion: """
            It loads a model folder with config.json and model.safetensors, and decodes streams on \
            engines, one a core. How many streams in real time these can keep up with is measured at \
            the start, and one more is refused; --capacity says another number. Every setting can \
            also stand in the environment (LYRE_MODEL) or in the file of --config (model).
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "The folder of the SNAC model.")
    var model: String?

    @Option(help: "Engines that decode, a core each; as many as there are cores where not given.")
    var engines: String?

    @Option(
        help: "\(Kernels.names.joined(separator: ", ")); the fastest exact ones where not given.")
    var kernels: String?

    func run() async throws {
        let settings = try await host.settings(
            with: ["model": model, "engines": engines, "kernels": kernels])
        let program = try ServiceProgram(
            name: "lyre-decoder", ports: (7102, 7112), settings: settings)
        guard let folder = settings.string("model") else {
            throw ValidationError("--model is missing: the folder of the SNAC model")
        }
        let engines = try settings.int(
            "engines", default: ProcessInfo.processInfo.activeProcessorCount, in: 1...1024)
        let model = try SNACModel(
            folder: URL(fileURLWithPath: folder), kernels: try Self.kernels(settings))
        let backend = CPUBackend(model: model)
        let cost = try DecoderCost.measure(backend, engines: engines)
        let capacity = cost.capacity(
            bytesPerStream: backend.bytesPerStream,
            memory: Int(ProcessInfo.processInfo.physicalMemory / 2))
        program.logger.info(
            "loaded",
            metadata: [
                "model": "\(folder)", "backend": "\(backend.name)", "engines": "\(engines)",
                "cpu_seconds_per_audio_second": "\(cost.secondsPerSecond.rounded(to: 4))",
                "capacity": "\(capacity)",
            ])
        program.describe(DecoderMetricNotes.all)
        let scheduler = Scheduler(backend: backend, engines: engines, stepTime: cost.stepTime)
        let service = DecoderService(scheduler: scheduler) { model.encode($0) }
        try await program.run(service: "Decoder", capacity: capacity) {
            registry, admission in
            service.register(in: &registry, admission: admission)
            program.beforeScrape { service.updateMetrics(capacity: admission.capacity) }
        }
    }

    /// - Throws: ``SettingsError`` where there are none of that name, or not on this machine.
    private static func kernels(_ settings: Settings) throws(SettingsError) -> Kernels {
        guard let name = settings.string("kernels") else { return .best }
        if let kernels = Kernels(named: name) { return kernels }
        let here = Kernels.available.map(\.name).joined(separator: ", ")
        throw SettingsError(
            Kernels.names.contains(name)
                ? "this machine cannot run the kernels '\(name)', but it can run \(here)"
                : "there are no kernels '\(name)'; this machine has \(here)")
    }
}

extension Double {
    fileprivate func rounded(to digits: Int) -> Double {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        return (self * scale).rounded() / scale
    }
}
