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
            --vllm names the servers: a list of URLs, dns:http://vllm.farm:8000 for every address of a \
            name, or file:engines.yaml for a file that is watched, which can say more of each. They \
            may send token ids, as vLLM does, or <custom_token_N> text, as llama.cpp does. A stream \
            whose server fails goes on at another one, where there is another one. Every setting \
            can also stand in the environment (LYRE_VLLM) or in the file of --config (vllm).
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "Where completions servers are, such as http://127.0.0.1:8000.")
    var vllm: String?

    @Option(help: "The model's name there; or one for each language: en=NAME,fr=OTHER.")
    var model: String?

    @Option(help: "Streams that a server may have at once.")
    var streams: String?

    @Option(help: "Requests that may wait for a server with room.")
    var queue: String?

    @Option(help: "Whether servers are examined by a few tokens when they come up: on or off.")
    var canary: String?

    @Option(help: ArgumentHelp("A file that holds the server's API key.", valueName: "file"))
    var apiKeyFile: String?

    func run() async throws {
        let settings = try await host.settings(
            with: [
                "vllm": vllm, "model": model, "streams": streams, "queue": queue, "canary": canary,
                "api-key-file": apiKeyFile,
            ])
        let program = try ServiceProgram(name: "lyre-tokens", settings: settings)
        guard let target = settings.string("vllm") else {
            throw ValidationError("--vllm is missing: the URL of a completions server")
        }
        let http = HTTPEngine()
        let directory = EngineDirectory(
            try EngineTarget.source(
                target,
                model: try ModelNames(
                    settings.string("model", default: "canopylabs/orpheus-3b-0.1-ft")),
                key: try Self.key(settings.string("api-key-file")),
                streams: try settings.int("streams", default: Engine.defaultStreams, in: 1...100_000)),
            queue: .init(places: try settings.int("queue", default: 64, in: 0...100_000)),
            keeper: EngineKeeper(
                http: http, isExamining: try Self.isOn(settings, "canary"), logger: program.logger))
        program.logger.info("will ask", metadata: ["servers": "\(target)"])
        let service = TokenService(client: CompletionsClient(engine: http), engines: directory)
        try await program.run(service: "Tokens", ports: (7101, 7111), capacity: 1024) {
            service.register(in: &$0, admission: $1)
            program.beforeScrape { service.updateMetrics() }
        }
    }

    private static func isOn(_ settings: Settings, _ key: String) throws(SettingsError) -> Bool {
        switch settings.string(key, default: "on") {
        case "on", "true": return true
        case "off", "false": return false
        case let text: throw SettingsError("\(key) is '\(text)', but has to be on or off")
        }
    }

    private static func key(_ file: String?) throws -> String? {
        guard let file else { return nil }
        do { return try String(contentsOfFile: file, encoding: .utf8) } catch {
            throw ValidationError("the API key file '\(file)' cannot be read")
        }
    }
}
