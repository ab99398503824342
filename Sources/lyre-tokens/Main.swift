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
            --vllm names the servers: a list of URLs, dns:http://vllm.farm:8000 for every address of a \
            name, or file:engines.yaml for a file that is watched, which can say more of each. They \
            may send token ids, as vLLM does, or <custom_token_N> text, as llama.cpp does. A stream \
            whose server fails goes on at another one, where there is another one. Every setting \
            can also stand in the environment (LYRE_VLLM) or in the file of --config (vllm).

            With --managed it starts vLLM itself, on a port of its own, starts it again when it \
            fails, and ends it with all its workers when it ends, however that happens.

              lyre-tokens --vllm http://10.0.0.1:8000,http://10.0.0.2:8000
              lyre-tokens --managed article-fp8
            """)

    @OptionGroup var host: HostOptions

    @Option(help: "Where completions servers are, such as http://127.0.0.1:8000.")
    var vllm: String?

    @Option(help: "The model's name there; or one for each language: en=NAME,fr=OTHER.")
    var model: String?

    @Option(help: "Streams that a server may have at once; --max-num-seqs of a managed one.")
    var streams: String?

    @Option(help: "Requests that may wait for a server with room.")
    var queue: String?

    @Option(help: "Whether servers are examined by a few tokens when they come up: on or off.")
    var canary: String?

    @Option(help: ArgumentHelp("A file that holds the server's API key.", valueName: "file"))
    var apiKeyFile: String?

    @OptionGroup(title: "Managed vLLM") var managed: ManagedOptions

    func run() async throws {
        if managed.printProfiles { return print(EngineProfiles.builtInText, terminator: "") }
        let settings = try await host.settings(
            with: [
                "vllm": vllm, "model": model, "streams": streams, "queue": queue, "canary": canary,
                "api-key-file": apiKeyFile,
            ].merging(managed.settings) { $1 })
        let program = try ServiceProgram(
            name: "lyre-tokens", ports: (7101, 7111), settings: settings)
        let http = HTTPEngine()
        let key = try Self.key(settings.string("api-key-file"))
        let engine = try ManagedEngine(settings, apiKey: key, http: http, program: program)
        let source = try engine?.source ?? Self.source(settings, key)
        // Who balances has to know that there is nobody to ask.
        if engine == nil { program.readiness.fail("engines", because: "none has answered yet") }
        let directory = EngineDirectory(
            source, queue: .init(places: try settings.int("queue", default: 64, in: 0...100_000)),
            keeper: EngineKeeper(
                http: http, isExamining: try settings.isOn("canary"), logger: program.logger)
        ) { [readiness = program.readiness] engines in
            // A managed one that is not ready says so itself.
            if engine?.refusal != nil || engines.contains(where: { $0.condition == .ready }) {
                readiness.meet("engines")
            } else {
                readiness.fail("engines", because: Self.trouble(engines))
            }
        }
        program.describe(TokenMetricNotes.all)
        let service = TokenService(
            client: CompletionsClient(engine: http), engines: directory,
            refusal: { engine?.refusal })
        try await program.run(
            service: "Tokens", capacity: 1024,
            background: [engine].compactMap(\.self)
        ) {
            service.register(in: &$0, admission: $1)
            program.beforeScrape { service.updateMetrics() }
        }
    }

    /// The servers that somebody else has started.
    private static func source(_ settings: Settings, _ key: String?) throws -> any EngineSource {
        guard let target = settings.string("vllm") else {
            throw ValidationError(
                "--vllm is missing: the URL of a completions server; --managed would start one")
        }
        return try EngineTarget.source(
            target,
            model: try ModelNames(
                settings.string("model", default: "canopylabs/orpheus-3b-0.1-ft")),
            key: key,
            streams: try settings.int("streams", default: Engine.defaultStreams, in: 1...100_000))
    }

    /// Why none of them can be asked, in the words of one.
    private static func trouble(_ engines: [EngineReport]) -> String {
        guard let engine = engines.first(where: { !$0.reason.isEmpty }) ?? engines.first else {
            return "there is none"
        }
        return engine.reason.isEmpty ? "\(engine.server) is \(engine.condition)" : engine.reason
    }

    private static func key(_ file: String?) throws -> String? {
        guard let file else { return nil }
        do { return try String(contentsOfFile: file, encoding: .utf8) } catch {
            throw ValidationError("the API key file '\(file)' cannot be read")
        }
    }
}
