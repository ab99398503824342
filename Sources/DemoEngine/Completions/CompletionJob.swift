import Orpheus

/// What a request wants to be spoken, and from where on.
struct CompletionJob: Sendable {
    let utterance: Utterance
    /// Tokens that the prompt holds already.
    let done: Int
    /// The most tokens to generate.
    let limit: Int
    let stops: Set<Int>
    /// The prompt's length. There is no tokenizer here: four bytes of text are taken for a token.
    let promptTokens: Int

    init(_ request: CompletionRequest, maxModelLength: Int) throws(CompletionProblem) {
        guard case .text(let text) = request.prompt else {
            throw .prompt(
                "The demo engine has no tokenizer: send one prompt, as a string, with "
                    + "add_special_tokens false.")
        }
        let parsed: (prompt: Prompt, pending: [UInt16])
        do {
            parsed = try Prompt.parse(text)
        } catch {
            let sentence = error.description
            throw .prompt(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
        }
        let prompt = parsed.prompt
        utterance = Utterance(voice: prompt.voice, text: prompt.text, seed: request.seed ?? 0)
        done = prompt.spoken.count * Slot.count + parsed.pending.count
        promptTokens = 6 + (prompt.spokenLine.utf8.count + 3) / 4 + done
        guard promptTokens < maxModelLength else {
            throw .promptTooLong(promptTokens, limit: maxModelLength)
        }
        limit = min(request.limit, maxModelLength - promptTokens)
        stops = request.stops
    }
}
