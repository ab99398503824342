import Foundation
import Orpheus

/// The body of `POST /v1/completions`, as far as it means something here.
///
/// As with vLLM, fields that nobody knows are ignored. Sampling parameters are checked and then
/// ignored, too: flite has no temperature.
package struct CompletionRequest: Decodable, Sendable {
    package enum Prompt: Sendable {
        case text(String)
        /// Token ids, or several prompts at once.
        case unsupported
    }
    package struct StreamOptions: Decodable, Sendable {
        var include_usage: Bool?
        var continuous_usage_stats: Bool?
    }

    // The names of the wire, so that decoding errors name what the client wrote.
    var model: String?
    var prompt: Prompt
    var stream: Bool?
    var max_tokens: Int?
    var seed: Int64?
    var stop_token_ids: [Int]?
    var stream_options: StreamOptions?
    var return_token_ids: Bool?
    var request_id: String?
    var n: Int?
    var echo: Bool?
    var logprobs: Int?
    var temperature: Double?
    var top_p: Double?
    var repetition_penalty: Double?

    /// - Throws: ``CompletionProblem``, with vLLM's words where they could be seen.
    static func parse(_ body: Data) throws(CompletionProblem) -> CompletionRequest {
        do {
            return try JSONDecoder().decode(CompletionRequest.self, from: body)
        } catch let error as DecodingError {
            throw CompletionProblem(error)
        } catch {
            throw .invalidJSON("\(error)")
        }
    }

    var wantsStream: Bool { stream ?? false }

    /// Checks everything but the prompt's text.
    func validate(servedModel: String, maxModelLength: Int) throws(CompletionProblem) {
        if let model, model != servedModel { throw .unknownModel(model, served: servedModel) }
        if !wantsStream, stream_options != nil {
            throw .parameter(
                "stream_options", "Stream options can only be defined when `stream=True`.")
        }
        if let temperature, !(temperature >= 0) {
            throw .value("temperature", "must be non-negative", temperature)
        }
        if let top_p, !(top_p > 0 && top_p <= 1) {
            throw .value("top_p", "must be in (0, 1]", top_p)
        }
        if let repetition_penalty, !(repetition_penalty > 0) {
            throw .value("repetition_penalty", "must be greater than zero", repetition_penalty)
        }
        if let n, n != 1 {
            throw .value("n", "must be 1: this engine speaks a text once", Double(n))
        }
        if echo == true { throw .parameter("echo", "This engine does not echo prompts.") }
        if logprobs != nil { throw .parameter("logprobs", "This engine has no probabilities.") }
        if limit < 1 { throw .value("max_tokens", "must be at least 1", Double(limit)) }
        if limit > maxModelLength {
            throw .parameter(
                "max_tokens",
                "max_tokens=\(limit) cannot be greater than max_model_len=\(maxModelLength). "
                    + "Please request fewer output tokens.", value: "\(limit)")
        }
    }

    /// The most tokens to generate; vLLM's default is as small as this.
    var limit: Int { max_tokens ?? 16 }

    var stops: Set<Int> { Set(stop_token_ids ?? []).union([TokenID.endOfSpeech]) }
}

extension CompletionRequest.Prompt: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if (try? container.decode([Int].self)) != nil
            || (try? container.decode([String].self)) != nil
            || (try? container.decode([[Int]].self)) != nil
        {
            self = .unsupported
        } else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a prompt is a string"))
        }
    }
}
