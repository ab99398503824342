import DemoVoice
import Foundation

/// The three services and the demo engine, each a process of its own on this machine.
///
/// They end when they are told to, or when this process does, however it ends.
struct Farm: Sendable {
    /// The address of its text frontend.
    let endpoint: String
    /// In the order in which they were started.
    let processes: [PluginProcess]

    struct Options: Sendable {
        /// The SNAC model; nil for the demo voice.
        var model: String?
        /// A completions server; nil for the demo engine.
        var vllm: String?
        /// The name of the model there.
        var vllmModel: String?
        /// Tokens a second of the demo engine; nil for its default.
        var rate: String?
        /// Where the text frontend listens; nil for any free port.
        var listen: String?
        var logLevel = "warning"
    }

    static func start(_ options: Options) async throws -> Farm {
        let log = ["--log-level", options.logLevel]
        var started: [PluginProcess] = []
        do {
            let model = try options.model ?? DemoVoice.folder().path
            async let decoder = PluginProcess("lyre-decoder", ["--model", model] + log)
            let engine: PluginProcess?
            if options.vllm == nil {
                let rate = options.rate.map { ["--rate", $0] } ?? []
                // What the engine encodes has to be decoded by the same codec.
                engine = try await PluginProcess(
                    "lyre-demo-engine", ["--model", model] + rate + log)
            } else {
                engine = nil
            }
            started = [try await decoder] + [engine].compactMap(\.self)
            let url = options.vllm ?? engine!.handshake.endpoint
            let name = options.vllm == nil ? "orpheus" : options.vllmModel
            let tokens = try await PluginProcess(
                "lyre-tokens", ["--vllm", url] + (name.map { ["--model", $0] } ?? []) + log)
            started.append(tokens)
            let text = try await PluginProcess(
                "lyre-text",
                [
                    "--tokens", tokens.handshake.endpoint,
                    "--decoder", started[0].handshake.endpoint,
                ] + (options.listen.map { ["--listen", $0] } ?? []) + log)
            started.append(text)
            return Farm(endpoint: text.handshake.endpoint, processes: started)
        } catch {
            for process in started.reversed() { await process.stop() }
            throw error
        }
    }

    func stop() async {
        for process in processes.reversed() { await process.stop() }
    }
}
