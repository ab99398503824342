import Foundation
import TestSupport
import Testing

/// Compares what the engine sends with what vLLM 0.32.0 sent, key by key.
@Suite struct WireShapeTests {
    private static let token = #"""
        {"id":"cmpl-92f377cce8da4a7b","object":"text_completion","created":1795418644,"model":"orpheus","choices":[{"index":0,"text":"<custom_token_7329>","logprobs":null,"finish_reason":null,"stop_reason":null,"prompt_token_ids":null,"token_ids":[135585]}]}
        """#
    private static let stop = #"""
        {"id":"cmpl-9d7b8af8b85cf831","object":"text_completion","created":1795418646,"model":"orpheus","choices":[{"index":0,"text":"","logprobs":null,"finish_reason":"stop","stop_reason":128258,"prompt_token_ids":null,"token_ids":[128258]}]}
        """#
    private static let usage = #"""
        {"id":"cmpl-9d7b8af8b85cf831","object":"text_completion","created":1795418646,"model":"orpheus","choices":[],"usage":{"prompt_tokens":12,"total_tokens":209,"completion_tokens":197},"system_fingerprint":"vllm-0.32.0-fbce84e2"}
        """#
    private static let continuous = #"""
        {"id":"cmpl-b3f37ccdd240c009","object":"text_completion","created":1795418686,"model":"orpheus","choices":[{"index":0,"text":"<custom_token_2154>","logprobs":null,"finish_reason":null,"stop_reason":null,"prompt_token_ids":null,"token_ids":null}],"usage":{"prompt_tokens":12,"total_tokens":13,"completion_tokens":1}}
        """#
    private static let length = #"""
        {"id":"cmpl-b3f37ccdd240c009","object":"text_completion","created":1795418686,"model":"orpheus","choices":[{"index":0,"text":"<custom_token_12204>","logprobs":null,"finish_reason":"length","stop_reason":null,"prompt_token_ids":null,"token_ids":null}],"usage":{"prompt_tokens":12,"total_tokens":15,"completion_tokens":3}}
        """#

    @Test func streamedEvents() async throws {
        try await Engine.whileRunning { engine in
            let events = try await engine.events(
                prompt("Hello."),
                #""max_tokens":4000,"return_token_ids":true,"stream_options":{"include_usage":true}"#
            )
            #expect(try shape(events[0]) == shape(Self.token))
            #expect(try shape(events[events.count - 3]) == shape(Self.stop))
            #expect(try shape(events[events.count - 2]) == shape(Self.usage))
            #expect(events[events.count - 1] == "[DONE]")
            // One request, one id, on every event.
            let ids = try Set(events.dropLast().map { try Engine.object($0)["id"] as? String })
            #expect(ids.count == 1)
        }
    }

    @Test func usageOnEveryEvent() async throws {
        try await Engine.whileRunning { engine in
            let events = try await engine.events(
                prompt("Hello."),
                #""max_tokens":3,"stream_options":{"include_usage":true,"continuous_usage_stats":true}"#
            )
            #expect(events.count == 5)
            #expect(try shape(events[0]) == shape(Self.continuous))
            #expect(try shape(events[2]) == shape(Self.length))
            #expect(try shape(events[3]) == shape(Self.usage))
        }
    }

    @Test func headers() async throws {
        try await Engine.whileRunning { engine in
            let reply = try await engine.post(
                request(prompt("Hello."), #""stream":true"#), headers: ["X-Request-Id": "abc"])
            #expect(reply.headers["content-type"] == "text/event-stream; charset=utf-8")
            #expect(reply.headers["x-request-id"] == "abc")
            #expect(
                reply.body.hasPrefix(
                    #"data: {"id":"cmpl-abc","object":"text_completion","created":"#))
        }
    }

    @Test func models() async throws {
        try await Engine.whileRunning({ $0.servedModelName = "demo" }) { engine in
            let reply = try await LoopbackHTTP.get("/v1/models", port: engine.port)
            let models = try #require(try Engine.object(reply.body)["data"] as? [[String: Any]])
            #expect(models.map { $0["id"] as? String } == ["demo"])
            #expect(try await LoopbackHTTP.get("/health", port: engine.port).status == 200)
        }
    }

    /// Every path of an answer, with what stands there: null, a kind of value, or the value itself
    /// where it is part of the format.
    private func shape(_ json: String) throws -> Set<String> {
        var paths: Set<String> = []
        func walk(_ value: Any, _ path: String) {
            switch value {
            case let object as [String: Any]:
                for (key, value) in object { walk(value, path + "." + key) }
            case let list as [Any]:
                paths.insert("\(path)[\(list.count)]")
                for value in list { walk(value, path + "[]") }
            case is NSNull: paths.insert(path + "=null")
            case let text as String:
                let isFixed = ["object", "model", "finish_reason"].contains {
                    path.hasSuffix("." + $0)
                }
                paths.insert(path + (isFixed || text.isEmpty ? "='\(text)'" : "=text"))
            default: paths.insert(path + "=number")
            }
        }
        walk(try Engine.object(json), "")
        return paths
    }
}
