import TestSupport
import Testing

@Suite struct RefusalTests {
    private static let hello =
        "<custom_token_3><|begin_of_text|>tara: Hi.<|eot_id|>"
        + "<custom_token_4><custom_token_5><custom_token_1>"
    private static let noTokenizer =
        "The demo engine has no tokenizer: send one prompt, as a string, "
        + "with add_special_tokens false."

    /// A body, the status, and what the message says; texts of vLLM where it has them.
    private static let cases: [(String, Int, String, String)] = [
        (
            #"{"model":"nope","prompt":"\#(hello)"}"#, 404, "NotFoundError",
            "The model `nope` does not exist. Valid aliases: orpheus."
        ),
        (
            request(hello, #""top_p":1.5"#), 400, "BadRequestError",
            "top_p must be in (0, 1], got 1.5. (parameter=top_p, value=1.5)"
        ),
        (
            request(hello, #""max_tokens":0"#), 400, "BadRequestError",
            "max_tokens must be at least 1, got 0. (parameter=max_tokens, value=0)"
        ),
        (
            request(hello, #""max_tokens":9000"#), 400, "BadRequestError",
            "max_tokens=9000 cannot be greater than max_model_len=8192. "
                + "Please request fewer output tokens. (parameter=max_tokens, value=9000)"
        ),
        (
            request(hello, #""stream_options":{"include_usage":true}"#), 400, "BadRequestError",
            "Stream options can only be defined when `stream=True`. (parameter=stream_options)"
        ),
        (
            #"{"model":"orpheus","prompt":[128259,128000]}"#, 400, "BadRequestError",
            noTokenizer
        ),
        (
            #"{"model":"orpheus","prompt":["\#(hello)"]}"#, 400, "BadRequestError",
            noTokenizer
        ),
        (
            request("Hello", #""n":1"#), 400, "BadRequestError",
            "This is no Orpheus prompt: it does not begin with <custom_token_3><|begin_of_text|>."
        ),
        (request(hello, #""max_tokens":"four""#), 400, "Bad Request", "'loc': 'body.max_tokens'"),
        (
            #"{"model":"orpheus"}"#, 400, "Bad Request",
            "'loc': 'body.prompt', 'msg': 'Field required'"
        ),
        (#"{"model":"orpheus","prompt":7}"#, 400, "Bad Request", "'loc': 'body.prompt'"),
        (#"{"model":"orpheus","prompt":"#, 400, "Bad Request", "'json_invalid'"),
        ("", 400, "Bad Request", "'json_invalid'"),
        ("\u{0}\u{1}", 400, "Bad Request", "'json_invalid'"),
        (request(hello, #""n":2"#), 400, "BadRequestError", "n must be 1"),
    ]

    @Test(arguments: cases)
    func refused(body: String, status: Int, type: String, message: String) async throws {
        try await Engine.whileRunning(encoder: Unused()) { engine in
            let reply = try await engine.post(body)
            #expect(reply.status == status)
            #expect(reply.headers["content-type"] == "application/json")
            let error = try #require(try Engine.object(reply.body)["error"] as? [String: Any])
            #expect(error["type"] as? String == type)
            #expect(error["code"] as? Int == status)
            #expect((error["message"] as? String)?.contains(message) == true)
        }
    }

    @Test func aVoiceThatIsNone() async throws {
        try await Engine.whileRunning(encoder: Unused()) { engine in
            let wrong = Self.hello.replacing("tara", with: "hal")
            let reply = try await engine.post(request(wrong, #""seed":1"#))
            #expect(reply.status == 400)
            #expect(reply.body.contains("there is no voice named 'hal'"))
        }
    }

    @Test func aPromptThatIsTooLong() async throws {
        try await Engine.whileRunning({ $0.maxModelLength = 100 }, encoder: Unused()) { engine in
            let long = Self.hello.replacing("Hi.", with: String(repeating: "word ", count: 100))
            let reply = try await engine.post(request(long, #""seed":1"#))
            #expect(reply.status == 400)
            #expect(reply.body.contains("This model's maximum context length is 100 tokens."))
        }
    }

    @Test func aBodyThatIsTooLarge() async throws {
        try await Engine.whileRunning(encoder: Unused()) { engine in
            let reply = try await engine.post(String(repeating: " ", count: (1 << 20) + 1))
            #expect(reply.status == 413)
        }
    }

    @Test func theKey() async throws {
        try await Engine.whileRunning({ $0.apiKey = "s3cret" }) { engine in
            let body = request(Self.hello, #""max_tokens":1"#)
            for headers in [[:], ["Authorization": "Bearer wrong"]] {
                let reply = try await engine.post(body, headers: headers)
                #expect(reply.status == 401)
                #expect(reply.body == #"{"error":"Unauthorized"}"#)
            }
            #expect(
                try await engine.post(body, headers: ["Authorization": "Bearer s3cret"]).status
                    == 200)
            #expect(try await LoopbackHTTP.get("/health", port: engine.port).status == 200)
            #expect(try await LoopbackHTTP.get("/metrics", port: engine.port).status == 200)
        }
    }
}
