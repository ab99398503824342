import Foundation

/// Writes the answers to one request, field for field as vLLM 0.32 does.
struct CompletionResponse: Sendable {
    static let fingerprint = "lyre-demo-engine"

    /// `cmpl-` and the request's id.
    let id: String
    /// Unix time in seconds.
    let created: Int
    let model: String
    let promptTokens: Int
    let request: CompletionRequest

    /// One server-sent event for one token; the last one tells why it is the last.
    func event(_ generation: Generation, _ index: Int) -> String {
        let finish = index == generation.ids.count - 1 ? generation.finish : nil
        return event {
            $0.array("choices") {
                $0.object {
                    $0.field("index", 0)
                    $0.field("text", generation.text(at: index))
                    $0.null("logprobs")
                    $0.field("finish_reason", finish?.reason)
                    $0.field("stop_reason", finish?.stopReason)
                    $0.null("prompt_token_ids")
                    $0.field(
                        "token_ids",
                        request.return_token_ids == true ? [generation.ids[index]] : nil)
                }
            }
            if request.stream_options?.continuous_usage_stats == true {
                usage(&$0, completed: index + 1)
            }
        }
    }

    /// The event with the usage that ends a stream on request, without any choice.
    func usageEvent(completed: Int) -> String {
        event {
            $0.array("choices") { _ in }
            usage(&$0, completed: completed)
            $0.field("system_fingerprint", Self.fingerprint)
        }
    }

    static let done = "data: [DONE]\n\n"

    /// The answer to a request that did not want a stream.
    func whole(_ generation: Generation) -> String {
        var json = JSONText()
        json.object {
            head(&$0)
            $0.array("choices") {
                $0.object {
                    $0.field("index", 0)
                    $0.field("text", generation.ids.indices.map(generation.text(at:)).joined())
                    $0.null("logprobs")
                    $0.field("finish_reason", generation.finish.reason)
                    $0.field("stop_reason", generation.finish.stopReason)
                    $0.field("token_ids", request.return_token_ids == true ? generation.ids : nil)
                    $0.null("prompt_logprobs")
                    $0.null("prompt_token_ids")
                }
            }
            $0.field("system_fingerprint", Self.fingerprint)
            usage(&$0, completed: generation.ids.count)
        }
        return json.text
    }

    private func event(_ fields: (inout JSONText) -> Void) -> String {
        var json = JSONText()
        json.object {
            head(&$0)
            fields(&$0)
        }
        return "data: \(json.text)\n\n"
    }

    private func head(_ json: inout JSONText) {
        json.field("id", id)
        json.field("object", "text_completion")
        json.field("created", created)
        json.field("model", model)
    }

    private func usage(_ json: inout JSONText, completed: Int) {
        json.object("usage") {
            $0.field("prompt_tokens", promptTokens)
            $0.field("total_tokens", promptTokens + completed)
            $0.field("completion_tokens", completed)
        }
    }
}
