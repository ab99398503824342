/// A farm of the real programs, each a plugin of this process.
struct TestFarm: Sendable {
    let engine: Service
    let decoder: Service
    let tokens: Service
    let text: Service

    /// Where clients call.
    var endpoint: String { text.endpoint }

    /// - Parameters:
    ///   - rate: Tokens a second of each stream of the engine; 0 for as fast as it can.
    ///   - capacity: Calls that the text frontend takes at once.
    ///   - exportsTraces: To the engine, which takes none.
    static func start(
        rate: Int = 0, capacity: Int = 64, exportsTraces: Bool = false
    ) async throws -> TestFarm {
        let engine = try await Service.start("lyre-demo-engine", ["--rate", "\(rate)"])
        let admin =
            ["--admin", "127.0.0.1:0"] + (exportsTraces ? ["--otlp", engine.endpoint] : [])
        async let decoder = Service.start("lyre-decoder", ["--model", Programs.model] + admin)
        let tokens = try await Service.start(
            "lyre-tokens", ["--vllm", engine.endpoint, "--model", "orpheus"] + admin)
        let text = try await Service.start(
            "lyre-text",
            [
                "--tokens", tokens.endpoint, "--decoder", try await decoder.endpoint,
                "--capacity", "\(capacity)",
            ] + admin)
        return TestFarm(engine: engine, decoder: try await decoder, tokens: tokens, text: text)
    }

    func stop() async {
        for service in [text, tokens, decoder, engine] { await service.stop() }
    }

    /// How many calls each stage is at work on: text, tokens, decoder, engine.
    func active() async throws -> [Double] {
        [
            try await text.metric("lyre_text_requests"),
            try await tokens.metric("lyre_tokens_streams"),
            try await decoder.metric("lyre_decoder_streams"),
            try await engine.metric("vllm:num_requests_running"),
        ]
    }
}
