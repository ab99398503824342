import Foundation
import Observability

/// A farm of the real programs, each a plugin of this process.
struct TestFarm {
    let engine: Child
    let decoder: Child
    let tokens: Child
    let text: Child
    let endpoints: (engine: String, decoder: String, tokens: String, text: String)

    static var model: String {
        Programs.folder.appendingPathComponent("lyre_DemoVoice.resources/demo-voice").path
    }

    static func start(rate: Int = 0) async throws -> TestFarm {
        let (engine, engineAt) = try await plugin("lyre-demo-engine", ["--rate", "\(rate)"])
        let (decoder, decoderAt) = try await plugin("lyre-decoder", ["--model", model])
        let (tokens, tokensAt) = try await plugin(
            "lyre-tokens", ["--vllm", engineAt, "--model", "orpheus"])
        let (text, textAt) = try await plugin(
            "lyre-text", ["--tokens", tokensAt, "--decoder", decoderAt])
        return TestFarm(
            engine: engine, decoder: decoder, tokens: tokens, text: text,
            endpoints: (engineAt, decoderAt, tokensAt, textAt))
    }

    /// Starts a plugin and reads its handshake line.
    static func plugin(_ name: String, _ arguments: [String]) async throws -> (Child, String) {
        let child = try Child(
            Programs.folder.appendingPathComponent(name),
            arguments + ["--plugin", "--log-level", "warning"])
        guard let line = await child.line() else {
            let errors = await child.readAll(child.errors)
            throw PluginFailed(name: name, errors: String(decoding: errors, as: UTF8.self))
        }
        return (child, try PluginHandshake(parsing: line).endpoint)
    }

    func stop() async {
        for child in [text, tokens, decoder, engine] {
            try? child.input.close()
            await child.waitUntilExit()
        }
    }
}

struct PluginFailed: Error {
    let name: String
    let errors: String
}
