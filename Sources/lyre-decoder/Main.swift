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
            It loads a model folder with config.json and model.safetensors, and serves any number of \
            streams up to --capacity. Every setting can also stand in the environment (LYRE_MODEL) or \
            in the file of --config (model).
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "The folder of the SNAC model.")
    var model: String?

    func run() async throws {
        let settings = try await host.settings(with: ["model": model])
        let program = try ServiceProgram(name: "lyre-decoder", settings: settings)
        guard let folder = settings.string("model") else {
            throw ValidationError("--model is missing: the folder of the SNAC model")
        }
        let model = try SNACModel(folder: URL(fileURLWithPath: folder))
        program.logger.info("loaded", metadata: ["model": "\(folder)"])
        let service = DecoderService(model: model)
        try await program.run(service: "Decoder", ports: (7102, 7112), capacity: 64) {
            service.register(in: &$0, admission: $1)
        }
    }
}
