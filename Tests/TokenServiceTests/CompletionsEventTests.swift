import Foundation
import TestSupport
import Testing
import TokenService

@Suite struct CompletionsEventTests {
    private func event(_ text: String) throws -> CompletionsEvent {
        try CompletionsEvent(data: Array(text.utf8))
    }

    private func chunk(_ text: String) throws -> CompletionsChunk? {
        guard case .chunk(let chunk) = try event(text) else { return nil }
        return chunk
    }

    @Test func membersMayComeInAnyOrderAndWithMore() throws {
        let chunk = try chunk(
            #" { "x": [1, {"y": null}], "choices" : [ { "token_ids" : [ 1 , 2 ], "text":"\u003c", "#
                + #""finish_reason":"stop","logprobs":{"a":[true,false,-1.5e3]} } ], "#
                + #""usage":{"completion_tokens":2} } "#
        )
        #expect(chunk?.tokenIDs == [1, 2])
        #expect(chunk?.finishReason == "stop")
        #expect(chunk?.completionTokens == 2)
    }

    @Test func textIsReadWhenThereAreNoIDs() throws {
        #expect(
            try chunk(#"{"choices":[{"text":"\u003ccustom\n\ud83d\ude00\"é","token_ids":null}]}"#)?
                .text == "<custom\n😀\"é")
        #expect(try chunk(#"{"choices":[{"text":"a"}]}"#)?.tokenIDs == nil)
        #expect(try chunk(#"{"choices":[{"text":null}]}"#)?.text == "")
        #expect(try chunk(#"{"choices":null}"#) == CompletionsChunk())
    }

    @Test func errorsComeInSeveralShapes() throws {
        guard case .error(let long) = try event(#"{"error": {"message": "a\nb", "code": 500}}"#),
            case .error(let short) = try event(#"{"error":"Unauthorized"}"#)
        else {
            Issue.record("an error was not seen")
            return
        }
        #expect(long.text == "a b" && long.code == 500)
        #expect(short.text == "Unauthorized")
        #expect(
            ServerMessage(body: Array(#"{"object":"error","message":"m","code":404}"#.utf8))?.code
                == 404)
        #expect(ServerMessage(body: Array("<html>".utf8)) == nil)
    }

    @Test func done() throws {
        #expect(try event("[DONE]") == .done)
    }

    @Test(arguments: [
        "", "{", "[]", "nonsense", #"{"choices":[{"token_ids":[1,]}]}"#,
        #"{"choices":[{"token_ids":[1.5]}]}"#,
        #"{"choices":[{"token_ids":[99999999999999999999]}]}"#,
        #"{"choices":[{"text":"\x","a":1}]}"#, "{}x", #"{"a":"#,
        #"{"choices":[{"text":"\ud8"}]}"#,
    ]) func whatIsNoEvent(text: String) {
        #expect(throws: JSONReader.Fault.self) { try event(text) }
    }

    @Test func nestingIsBounded() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONReader.Fault.self) { try event("{\"a\":\(deep)") }
    }

    /// Where Foundation reads an event that was mutated at random, so do we, and find the same.
    @Test func mutatedEvents() throws {
        var random = SeededGenerator(seed: 3)
        let event = Array(
            Answers.event(ids: [130_410, 7], text: "<custom_token_1>", finish: "stop", count: 3)
                .utf8)
        let original = event.dropFirst(6).dropLast(2)
        var agreed = 0
        for _ in 0..<20_000 {
            var bytes = Array(original)
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(bytes[at], at: at)
                }
            }
            let ours = try? CompletionsEvent(data: bytes)
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            guard let choice = (object?["choices"] as? [[String: Any]])?.first else { continue }
            guard let ids = choice["token_ids"] as? [Int], case .chunk(let chunk)? = ours else {
                continue
            }
            agreed += 1
            #expect(chunk.tokenIDs == ids, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(agreed > 5000)
    }
}
