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
        /// A collector of traces; nil for none.
        var otlp: String?
        /// Of the traces that begin at a service, those that it samples.
        var traceShare = 1.0
        /// Whether services count what they do.
        var isWatched = true

        /// What all services are told.
        fileprivate var common: [String] {
            ["--log-level", logLevel] + (otlp.map { ["--otlp", $0, "--trace-share", "\(traceShare)"] } ?? [])
                + (isWatched ? [] : ["--watch", "off"])
        }
    }

    static func start(_ options: Options) async throws -> Farm {
        let common = options.common
        var started: [PluginProcess] = []
        do {
            let model = try options.model ?? DemoVoice.folder().path
            async let decoder = PluginProcess("lyre-decoder", ["--model", model] + common)
            let generating = try await startTokens(options, codec: model)
            started = generating
            started.insert(try await decoder, at: 0)
            let text = try await PluginProcess(
                "lyre-text",
                [
                    "--tokens", generating.last!.handshake.endpoint,
                    "--decoder", started[0].handshake.endpoint,
                ] + (options.listen.map { ["--listen", $0] } ?? []) + common)
            started.append(text)
            return Farm(endpoint: text.handshake.endpoint, processes: started)
        } catch {
            for process in started.reversed() { await process.stop() }
            throw error
        }
    }

    /// A token service, the last of them, and the demo engine that it asks where there is no other.
    /// - Parameter codec: What is encoded with; it has to be what decodes.
    static func startTokens(
        _ options: Options, codec: String? = nil
    ) async throws -> [PluginProcess] {
        let log = ["--log-level", options.logLevel]
        if let vllm = options.vllm {
            let model = options.vllmModel.map { ["--model", $0] } ?? []
            return [try await tokens(["--vllm", vllm] + model + options.common)]
        }
        let rate = options.rate.map { ["--rate", $0] } ?? []
        let model = try codec ?? options.model ?? DemoVoice.folder().path
        let engine = try await PluginProcess("lyre-demo-engine", ["--model", model] + rate + log)
        do {
            let arguments = ["--vllm", engine.handshake.endpoint, "--model", "orpheus"]
            return [engine, try await tokens(arguments + options.common)]
        } catch {
            await engine.stop()
            throw error
        }
    }

    /// Nobody looks after a farm of one call: its engines are what they are.
    private static func tokens(_ arguments: [String]) async throws -> PluginProcess {
        try await PluginProcess("lyre-tokens", arguments + ["--canary", "off"])
    }

    func stop() async {
        for process in processes.reversed() { await process.stop() }
    }
}
