import Orpheus

/// The body of a request to `/v1/completions`.
///
/// The prompt goes as text with `add_special_tokens` false: it spells its own `<|begin_of_text|>`,
/// and the server's tokenizer, which knows the model, makes the ids.
struct CompletionsRequest {
    let model: String
    let generation: GenerationRequest

    /// JSON.
    var encoded: [UInt8] {
        let sampling = generation.sampling
        var json = JSONWriter()
        json.add("model", string: model)
        json.add("prompt", string: generation.serializedPrompt)
        json.add("add_special_tokens", false)
        json.add("skip_special_tokens", false)
        json.add("stream", true)
        json.add("stream_options", raw: #"{"include_usage":true}"#)
        json.add("return_token_ids", true)
        json.add("max_tokens", generation.tokenLimit)
        json.add("stop_token_ids", raw: "[\(TokenID.endOfSpeech)]")
        json.add("temperature", sampling.temperature)
        json.add("top_p", sampling.topP)
        json.add("repetition_penalty", sampling.repetitionPenalty)
        // Servers take signed 64-bit seeds.
        json.add("seed", Int(truncatingIfNeeded: generation.seed & UInt64(Int64.max)))
        if generation.constrainsSlots { json.add("vllm_xargs", raw: SlotConstraint.on.json) }
        // vLLM serves lower numbers first.
        if let priority = generation.priority { json.add("priority", -Int(priority)) }
        return Array(json.finished().utf8)
    }
}
