import ArgumentParser
import EngineSupervisor
import Foundation
import ServiceHost

/// What says which vLLM is started here.
struct ManagedOptions: ParsableArguments {
    @Option(help: "Start and supervise vLLM as this profile says, instead of --vllm.")
    var managed: String?

    @Option(
        help: ArgumentHelp("A YAML file of profiles, besides the built-in ones.", valueName: "file")
    )
    var profiles: String?

    @Option(help: "GPUs over which the managed vLLM spreads the model.")
    var tensorParallelSize: String?

    @Option(help: "What starts vLLM and stands before the model; 'vllm serve' unless given.")
    var vllmProgram: String?

    @Flag(help: "Print the built-in profiles, to copy and edit, and end.")
    var printProfiles = false

    var settings: [String: String?] {
        [
            "managed": managed, "profiles": profiles, "tensor-parallel-size": tensorParallelSize,
            "vllm-program": vllmProgram,
        ]
    }
}

extension EngineProfile {
    /// The profile that the settings name; nil where they name none.
    /// - Throws: ``EngineProfileError``, ``SettingsError``.
    init?(_ settings: Settings) throws {
        guard let name = settings.string("managed") else { return nil }
        var profiles = EngineProfiles()
        if let file = settings.string("profiles") {
            guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw SettingsError("the profiles file '\(file)' cannot be read")
            }
            try profiles.add(yaml: yaml, file: "the profiles file '\(file)'")
        }
        self = try profiles.named(name)
        if let model = settings.string("model") { self.model = model }
        if settings.string("tensor-parallel-size") != nil {
            let size = try settings.int("tensor-parallel-size", default: 1, in: 1...1024)
            flags.set(EngineFlag("tensor-parallel-size", "\(size)"))
        }
    }
}
