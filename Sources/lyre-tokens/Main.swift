import ArgumentParser
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
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "The completions server's URL, such as http://127.0.0.1:8000.")
    var vllm: String?

    @Option(help: "The model's name there.")
    var model: String?

    @Option(help: ArgumentHelp("A file that holds the server's API key.", valueName: "file"))
    var apiKeyFile: String?

    func run() async throws {
        let settings = try await host.settings(
            with: ["vllm": vllm, "model": model, "api-key-file": apiKeyFile])
        let program = try ServiceProgram(name: "lyre-tokens", settings: settings)
        guard let url = settings.string("vllm") else {
            throw ValidationError("--vllm is missing: the URL of a completions server")
        }
        let endpoint = try CompletionsEndpoint(
            baseURL: url, model: settings.string("model", default: "canopylabs/orpheus-3b-0.1-ft"),
            apiKey: try Self.key(settings.string("api-key-file")))
        program.logger.info("will ask", metadata: ["server": "\(endpoint)"])
        let engine = HTTPEngine()
        let service = TokenService(client: CompletionsClient(engine: engine), endpoint: endpoint)
        try await program.run(service: "Tokens", ports: (7101, 7111), capacity: 64) {
            $0.run("Tokens", on: engine.executor)
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
