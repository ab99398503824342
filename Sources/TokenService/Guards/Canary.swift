import Orpheus
import StreamingHTTP

/// Proves of an engine what every stream will rely on, by three requests of a token or two.
///
/// `logit_bias` makes the model say what the proof needs. A server that ignores it, or sends text
/// instead of ids, cannot be examined; that is no fault.
struct Canary: Sendable {
    /// For one answer: the engine may have streams to serve meanwhile.
    private static let patience: Duration = .seconds(20)
    private static let answerLimit = 1 << 20

    let http: HTTPEngine
    let engine: Engine

    func examine() async -> CanaryFindings {
        var findings = CanaryFindings()
        guard let prompt = try? Prompt(voice: voice, text: "Hello.") else { return findings }
        // It has to end at once, with the id that stands for the end.
        if let answer = await ask(prompt, .init(favoured: TokenID.endOfSpeech, tokens: 4)) {
            findings.judge(prompt: answer.promptIDs)
            findings.judgeStop(answer)
        }
        // A code that is forced, and forbidden once it was said: only a penalty that acts can do it.
        let code = Slot.tokenID(slot: 0, code: 5)
        if let answer = await ask(prompt, .init(favoured: code, tokens: 2, penalty: 100)) {
            findings.judgePenalty(answer.ids, favoured: code)
        }
        if let answer = await ask(prompt, .init(tokens: 2, slots: .probe)) {
            findings.hasSlotConstraint = answer.ids == [TokenID.endOfSpeech]
        }
        return findings
    }

    private var voice: Voice {
        Voice.all.first { engine.speaks($0.language) } ?? .standard
    }

    /// What makes one of the requests.
    private struct Question {
        var favoured: Int?
        var tokens: Int
        var penalty = 1.0
        var slots: SlotConstraint?
    }

    private func ask(_ prompt: Prompt, _ question: Question) async -> CanaryAnswer? {
        var json = JSONWriter()
        json.add("model", string: engine.endpoint.model)
        json.add("prompt", string: prompt.serialized)
        json.add("add_special_tokens", false)
        json.add("return_token_ids", true)
        json.add("max_tokens", question.tokens)
        json.add("stop_token_ids", raw: "[\(TokenID.endOfSpeech)]")
        json.add("temperature", 0.0)
        json.add("repetition_penalty", question.penalty)
        if let id = question.favoured { json.add("logit_bias", raw: "{\"\(id)\":100}") }
        if let slots = question.slots { json.add("vllm_xargs", raw: slots.json) }
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let key = engine.endpoint.apiKey { headers.append("Authorization", "Bearer \(key)") }
        let request = HTTPRequest(
            method: "POST", url: engine.endpoint.completionsURL, headers: headers,
            body: Array(json.finished().utf8),
            timeouts: HTTPTimeouts(head: Self.patience, idle: Self.patience))
        guard let response = try? await http.send(request), response.status == 200,
            let body = try? await response.body.collect(limit: Self.answerLimit)
        else { return nil }
        return CanaryAnswer(body)
    }
}

/// A whole answer of `/v1/completions`, as far as a canary looks at it.
package struct CanaryAnswer: Equatable {
    package var promptIDs: [Int]?
    package var ids: [Int] = []
    package var finishReason: String?

    /// - Returns: nil for what is no answer, or has no ids.
    package init?(_ body: [UInt8]) {
        var reader = JSONReader(body)
        var ids: [Int]?
        do throws(JSONReader.Fault) {
            try reader.readObject { (reader, name) throws(JSONReader.Fault) in
                guard name == "choices" else { return _ = try reader.skipValue() }
                try reader.readArray { (reader) throws(JSONReader.Fault) in
                    try reader.readObject { (reader, name) throws(JSONReader.Fault) in
                        switch name {
                        case "token_ids" where !reader.takeNull(): ids = try reader.readInts()
                        case "prompt_token_ids" where !reader.takeNull():
                            promptIDs = try reader.readInts()
                        case "finish_reason" where !reader.takeNull():
                            finishReason = try reader.readString()
                        case "token_ids", "prompt_token_ids", "finish_reason": break
                        default: try reader.skipValue()
                        }
                    }
                }
            }
        } catch {
            return nil
        }
        guard let ids else { return nil }
        self.ids = ids
    }
}

extension JSONReader {
    fileprivate mutating func readInts() throws(Fault) -> [Int] {
        var list: [Int] = []
        try readArray { (reader) throws(Fault) in list.append(try reader.readInt()) }
        return list
    }
}
