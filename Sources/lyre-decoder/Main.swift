import ArgumentParser
import DecoderService
import Foundation
import SNAC
import SNACCUDA
import ServiceHost

/// SNAC's codes to samples, and samples to codes.
@main
struct LyreDecoder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lyre-decoder",
        abstract: "Decodes SNAC codes to samples: Decoder/Decode and Decoder/Encode.",
        discussion: """
            It loads a model folder with config.json and model.safetensors, and decodes streams on \
            engines, one a core, or on a GPU of its own (--device cuda:0, or cuda: and a name that \
            nvidia-smi -L prints). How many streams in real time these can keep up with is \
            measured at the start, and one more is refused; --capacity says another number. Every \
            setting can also stand in the environment (LYRE_MODEL) or in the file of --config \
            (model).
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "The folder of the SNAC model.")
    var model: String?

    @Option(
        help: "cpu, cuda:0, cuda:1, or cuda: and the UUID of a GPU or of a slice of one (MIG-).")
    var device: String?

    @Option(
        help:
            "Engines that decode: a core each, as many as there are where not given; on a GPU two.")
    var engines: String?

    @Option(
        help: "\(Kernels.names.joined(separator: ", ")); the fastest exact ones where not given.")
    var kernels: String?

    @Option(help: "What a GPU multiplies: exact, or bf16, which is faster and rounded.")
    var precision: String?

    @Option(
        help: ArgumentHelp(
            "Where kernels for GPUs lie compiled; ~/.cache/lyre/cuda where not given.",
            valueName: "folder"))
    var kernelCache: String?

    @Option(
        help: ArgumentHelp(
            "The compiler of kernels for GPUs, libnvrtc.so; the system's where not given.",
            valueName: "file"))
    var nvrtc: String?

    func run() async throws {
        let settings = try await host.settings(
            with: [
                "model": model, "device": device, "engines": engines, "kernels": kernels,
                "precision": precision, "kernel-cache": kernelCache, "nvrtc": nvrtc,
            ])
        let program = try ServiceProgram(
            name: "lyre-decoder", ports: (7102, 7112), settings: settings)
        guard let folder = settings.string("model") else {
            throw ValidationError("--model is missing: the folder of the SNAC model")
        }
        let model = try SNACModel(
            folder: URL(fileURLWithPath: folder), kernels: try Self.kernels(settings))
        let decoder = Decoder(program: program, settings: settings, model: model)
        let name = settings.string("device", default: "cpu")
        switch DeviceName(name) {
        case .cpu: try await decoder.serveOnProcessors()
        case .some(let device):
            try await decoder.serve(on: device, folder: URL(fileURLWithPath: folder))
        case nil:
            throw SettingsError(
                "device is '\(name)', but has to be cpu, or cuda: and a number or a UUID")
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
