import Foundation
import Orpheus
import TestSupport
import Testing
import TokenService

/// Sessions against what a real vLLM has answered.
@Suite(.timeLimit(.minutes(1))) struct RecordedAnswerTests {
    private func session(_ name: String, cutBy random: SeededGenerator? = nil) async throws
        -> Session
    {
        let transcript = try Transcript(name)
        return try await Session { transcript.play(to: $0, cutBy: random) }
    }

    /// The ids of a transcript, read with Foundation's JSON.
    private func frames(of name: String) throws -> [Frame] {
        let text = String(decoding: try Transcript(name).body, as: UTF8.self)
        var ids: [Int] = []
        for line in text.split(separator: "\n") where line.hasPrefix("data: {") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8.dropFirst(6)))
            let choices = (object as? [String: Any])?["choices"] as? [[String: Any]]
            ids += choices?.first?["token_ids"] as? [Int] ?? []
        }
        return try stride(from: 0, to: ids.count - 6, by: 7).map { start in
            try Frame(ids[start..<(start + 7)].enumerated().map { $1 - 128_266 - 4096 * $0 })
        }
    }

    @Test(arguments: [nil, 1, 2, 3] as [UInt64?]) func toTheEndOfSpeech(seed: UInt64?) async throws
    {
        let session = try await session(
            "to_end_of_speech", cutBy: seed.map { SeededGenerator(seed: $0) })
        #expect(session.error == nil)
        #expect(session.frames == (try frames(of: "to_end_of_speech")))
        #expect(session.frames.count == 28)
        #expect(session.end?.reason == .endOfSpeech)
        #expect(session.end?.progress.frames == 28)
        #expect(session.end?.progress.tokens == 197)
        #expect(session.end?.progress.dropped == 0)
    }

    @Test func toTheLimit() async throws {
        let session = try await session("to_limit")
        #expect(session.frames == (try frames(of: "to_limit")))
        #expect(session.frames.count == 2)
        #expect(session.end?.reason == .limit)
        #expect(session.end?.progress.tokens == 16)
        #expect(session.end?.progress.pending.count == 2)
    }

    /// The same prompt and seed without `return_token_ids`, as llama.cpp and LM Studio answer.
    @Test func textInsteadOfIDs() async throws {
        let session = try await session("text_only", cutBy: SeededGenerator(seed: 4))
        #expect(session.frames == (try frames(of: "to_limit")))
        #expect(session.end?.reason == .limit)
    }

    @Test(
        arguments: [
            (
                "unknown_model", .unknownModel,
                "The model `nope` does not exist. Valid aliases: orpheus."
            ),
            ("bad_top_p", .badRequest, "top_p must be in (0, 1], got 1.5."),
            ("invalid_json", .badRequest, "JSON decode error"),
            (
                "limit_too_large", .badRequest,
                "max_tokens=5000 cannot be greater than max_model_len=2048."
            ),
            ("unauthorized", .unauthorized, "does not accept the API key (401: Unauthorized)"),
            ("overloaded", .overloaded, "The engine is currently busy"),
        ] as [(String, GenerationError.Kind, String)])
    func refusals(name: String, kind: GenerationError.Kind, words: String) async throws {
        let session = try await session(name)
        #expect(session.error?.kind == kind)
        #expect(session.error?.description.contains(words) == true, "\(session.error as Any)")
        #expect(session.error?.description.hasPrefix("orpheus at http://127.0.0.1:") == true)
        #expect(session.frames.isEmpty && session.end == nil)
    }

    /// The worker was killed: an error event, and then `[DONE]`.
    @Test func killedInMidStream() async throws {
        let session = try await session("killed")
        #expect(session.end == nil)
        #expect(session.error?.kind == .broken)
        #expect(session.error?.description.contains("EngineCore encountered an issue") == true)
        #expect(session.frames.count == 1)
        #expect(session.error?.progress.frames == 1)
        #expect(session.error?.progress.pending.count == 4)
        #expect(session.error?.progress.tokens == 11)
    }

    /// A draining server takes new requests, and answers with `[DONE]` alone.
    @Test func draining() async throws {
        let session = try await session("draining")
        #expect(session.end == nil)
        #expect(session.error?.kind == .broken)
        #expect(session.error?.description.contains("without a token") == true)
    }
}
