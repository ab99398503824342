import DemoEngine
import Foundation
import Logging
import Observability
import Orpheus
import TestSupport

/// A demo engine for a test: the real server on a free port, for as long as the closure runs.
struct Engine: Sendable {
    let port: Int

    static func whileRunning(
        _ change: (inout DemoEngineConfiguration) -> Void = { _ in },
        encoder: (any CodeEncoder)? = nil, use: (Engine) async throws -> Void
    ) async throws {
        var configuration = DemoEngineConfiguration()
        configuration.rate = 0
        change(&configuration)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server =
            if let encoder {
                DemoEngineServer(configuration, encoder: encoder, logger: logger)
            } else {
                try DemoEngineServer(configuration, logger: logger)
            }
        let runner = ServiceRunner([server], logger: logger)
        async let end: Void = runner.run()
        do {
            try await use(Engine(port: try await server.port))
        } catch {
            await runner.shutDown()
            throw error
        }
        await runner.shutDown()
        try await end
    }

    func post(_ body: String, headers: [String: String] = [:]) async throws -> LoopbackHTTP.Reply {
        try await LoopbackHTTP.send(
            "POST", "/v1/completions", port: port, headers: headers, body: body)
    }

    /// The tokens of a completion that is not streamed.
    func tokens(_ prompt: String, _ fields: String = "") async throws -> [Int] {
        let reply = try await post(
            request(prompt, #""max_tokens":4000,"return_token_ids":true"# + fields))
        guard reply.status == 200 else { throw Unexpected(reply: reply) }
        let choice = try Self.object(reply.body)["choices"] as? [[String: Any]]
        return choice?.first?["token_ids"] as? [Int] ?? []
    }

    /// The events of a streamed completion, without `data: `.
    func events(_ prompt: String, _ fields: String) async throws -> [String] {
        let reply = try await post(request(prompt, #""stream":true,"# + fields))
        guard reply.status == 200 else { throw Unexpected(reply: reply) }
        return reply.body.split(separator: "\n\n").map { String($0.dropFirst("data: ".count)) }
    }

    /// A metric's value now.
    func metric(_ name: String) async throws -> Double? {
        let text = try await LoopbackHTTP.get("/metrics", port: port).body
        return text.split(separator: "\n").first { $0.hasPrefix(name) }
            .flatMap { Double($0.split(separator: " ").last ?? "") }
    }

    static func object(_ json: some StringProtocol) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
    }

    struct Unexpected: Error { let reply: LoopbackHTTP.Reply }
}

/// A request's body; the prompt needs no escapes.
func request(_ prompt: String, _ fields: String) -> String {
    #"{"model":"orpheus","add_special_tokens":false,"prompt":"\#(prompt)",\#(fields)}"#
}

/// A prompt that holds some tokens already, cut anywhere.
func prompt(_ text: String, voice: String = "tara", spoken ids: some Sequence<Int> = []) throws
    -> String
{
    try Prompt(voice: Voice(named: voice), text: text).serialized
        + ids.map { "<custom_token_\($0 - TokenID.firstCustom)>" }.joined()
}
