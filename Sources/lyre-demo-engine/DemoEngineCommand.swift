import ArgumentParser
import DemoEngine
import Foundation
import Logging
import Observability

@main
struct DemoEngineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lyre-demo-engine",
        abstract:
            "Stands in for vLLM where there is no GPU: flite through the demo codec, not Orpheus.",
        discussion: """
            An OpenAI-compatible server: POST /v1/completions with an Orpheus prompt, streaming or \
            not; /v1/models, /health and /metrics. The same prompt and seed give the same tokens, \
            and a prompt that holds tokens already is continued.

              lyre-demo-engine --port 8000
              curl -s localhost:8000/v1/models
            """)

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 0
    @Option(help: "Tokens a second for each stream; 0 for as fast as possible. Real time is 82.")
    var rate = 400.0
    @Option(help: "The folder of the codec's config.json and model.safetensors.")
    var model: String?
    @Option(help: "The model's name in requests.")
    var servedModelName = "orpheus"
    @Option(help: "Requests that run at once; others wait.")
    var maxNumSeqs = 64
    @Option(help: "Requests that may wait; more get status 503. Any number unless given.")
    var maxNumQueuedReqs: Int?
    @Option(help: "The most tokens of a prompt and its completion.")
    var maxModelLen = 8192
    @Option(help: "The bearer token that clients have to send.")
    var apiKey: String?
    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = "info"
    @Option(help: "logfmt or json.")
    var logFormat = "logfmt"
    @Flag(help: "Print one handshake line on standard output, and end when standard input does.")
    var plugin = false

    func validate() throws {
        guard rate >= 0, rate.isFinite else {
            throw ValidationError("--rate is 0 or more tokens a second")
        }
        guard maxNumSeqs > 0 else { throw ValidationError("--max-num-seqs is at least 1") }
        guard maxNumQueuedReqs ?? 0 >= 0 else {
            throw ValidationError("--max-num-queued-reqs is at least 0")
        }
        guard maxModelLen > 0 else { throw ValidationError("--max-model-len is at least 1") }
    }

    func run() async throws {
        LogSetup.bootstrap(
            level: try LogSetup.level(named: logLevel),
            format: try LogSetup.format(named: logFormat))
        let logger = Logger(label: "lyre.demo-engine")
        var configuration = DemoEngineConfiguration()
        configuration.host = host
        configuration.port = port
        configuration.rate = rate
        configuration.modelFolder = model.map { URL(fileURLWithPath: $0) }
        configuration.servedModelName = servedModelName
        configuration.maxSequences = maxNumSeqs
        configuration.maxQueued = maxNumQueuedReqs
        configuration.maxModelLength = maxModelLen
        configuration.apiKey = apiKey
        let server = try DemoEngineServer(configuration, logger: logger)
        let runner = ServiceRunner([server], plugin: plugin, logger: logger)
        async let end: Void = runner.run()
        if plugin, let port = try? await server.port {
            let address = host.contains(":") ? "[\(host)]" : host
            PluginHandshake(service: "lyre.DemoEngine", endpoint: "http://\(address):\(port)")
                .announce()
        }
        try await end
    }
}
