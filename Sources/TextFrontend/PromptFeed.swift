import WireMessages

/// The generation of one prompt, which may run ahead of its being spoken.
///
/// What it holds is bounded by twice the prompt's token limit: some thousand codes.
struct PromptFeed: Sendable {
    let index: UInt32
    let prompt: PreparedPrompt
    let replies: AsyncThrowingStream<GenerateReply, any Error>
    private let inlet: AsyncThrowingStream<GenerateReply, any Error>.Continuation

    init(index: UInt32, prompt: PreparedPrompt) {
        self.index = index
        self.prompt = prompt
        (replies, inlet) = AsyncThrowingStream.makeStream()
    }

    /// There is nothing to generate.
    func finish() { inlet.finish() }

    /// Generates; an error comes out of ``replies``, in its place.
    func fill(from leg: TokenLeg) async {
        do {
            try await leg.run { inlet.yield($0) }
            inlet.finish()
        } catch {
            inlet.finish(throwing: error)
        }
    }
}
