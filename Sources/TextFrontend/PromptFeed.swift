import LyreRPC
import Orpheus
import WireMessages

/// The generation of one prompt, which may run ahead of its being spoken.
///
/// What it holds is bounded by the prompt's token limit: some thousand codes.
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
    func fill(_ request: GenerateRequest, from tokens: Channel, _ options: CallOptions) async {
        do {
            try await tokens.serverStream(Tokens.generate, request, options: options) { reader in
                var (codes, isComplete) = (0, false)
                while let reply = try await reader.next() {
                    switch reply {
                    case .frames(let frames): codes += frames.codes.count
                    case .end: isComplete = true
                    }
                    inlet.yield(reply)
                }
                guard isComplete else {
                    throw RPCError(.dataLoss, "a generation ended without its end")
                }
                // The next prompt's codes would be read as the rest of this frame.
                guard codes % Slot.count == 0 else {
                    throw RPCError(.dataLoss, "a generation ended within a frame")
                }
            }
            inlet.finish()
        } catch {
            inlet.finish(throwing: error)
        }
    }
}
