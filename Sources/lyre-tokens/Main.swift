import ArgumentParser
import EngineSupervisor
import Foundation
import ServiceHost
import StreamingHTTP
import TokenService

/// Prompts to SNAC codes, by vLLM or any other completions server.
@main
struct LyreTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lyre-tokens",
        abstract: "Has prompts spoken by an OpenAI-compatible completions server: Tokens/Generate.",
        discussion: """
            The server may send token ids, as vLLM does, or <custom_token_N> text, as llama.cpp does. \
            Every setting can also stand in the environment (LYRE_VLLM) or in the file of --config \
            (vllm).

            With --managed it starts vLLM itself, on a port of its own, starts it again when it \
            fails, and ends it with all its workers when it ends, however that happens.

              lyre-tokens --vllm http://127.0.0.1:8000
              lyre-tokens --managed article-fp8
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "The completions server's URL, such as http://127.0.0.1:8000.")
    var vllm: String?

    @Option(help: "The model's name there; with --managed, the model that is served.")
    var model: String?

    @Option(help: ArgumentHelp("A file that holds the server's API key.", valueName: "file"))
    var apiKeyFile: String?

    @OptionGroup(title: "Managed vLLM") var managed: ManagedOptions

    func run() async throws {
        if managed.printProfiles { return print(EngineProfiles.builtInText, terminator: "") }
        let settings = try await host.settings(
            with: managed.settings.merging(
                ["vllm": vllm, "model": model, "api-key-file": apiKeyFile]) { $1 })
        let program = try ServiceProgram(name: "lyre-tokens", settings: settings)
        let profile = try EngineProfile(settings)
        guard profile == nil || settings.string("vllm") == nil else {
            throw ValidationError("--vllm and --managed exclude each other")
        }
        let http = HTTPEngine()
        // A vLLM that we start takes the key of our environment, if there is one.
        let key = try Self.key(settings.string("api-key-file"))
            ?? profile.flatMap { _ in ProcessInfo.processInfo.environment["VLLM_API_KEY"] }
        let engine = try profile.map {
            try ManagedEngine($0, settings: settings, apiKey: key, http: http, program: program)
        }
        guard let url = engine?.baseURL ?? settings.string("vllm") else {
            throw ValidationError(
                "--vllm is missing: the URL of a completions server; --managed would start one")
        }
        let endpoint = try CompletionsEndpoint(
            baseURL: url,
            model: engine?.model
                ?? settings.string("model", default: "canopylabs/orpheus-3b-0.1-ft"),
            apiKey: key)
        program.logger.info("will ask", metadata: ["server": "\(endpoint)"])
        let service = TokenService(
            client: CompletionsClient(engine: http), endpoint: endpoint,
            refusal: { engine?.refusal })
        try await program.run(
            service: "Tokens", ports: (7101, 7111), capacity: 64,
            background: [engine].compactMap(\.self)
        ) {
            service.register(in: &$0, admission: $1)
        }
    }

    private static func key(_ file: String?) throws -> String? {
        guard let file else { return nil }
        do { return try String(contentsOfFile: file, encoding: .utf8) } catch {
            throw ValidationError("the API key file '\(file)' cannot be read")
        }
    }
}
