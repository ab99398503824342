import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// The generation of one prompt, at one token service after the other where they fail: each goes on
/// behind the codes that have come.
struct TokenLeg: Sendable {
    private let request: GenerateRequest
    private let channel: Channel
    private let context: SpeakContext
    private let isFirst: Bool
    private let limit: Int

    /// - Parameter isFirst: Nothing of the text has been spoken yet, so that nothing is lost where
    ///   there is no place.
    init(
        _ request: GenerateRequest, isFirst: Bool, at channel: Channel, _ context: SpeakContext
    ) {
        self.request = request
        self.isFirst = isFirst
        self.channel = channel
        self.context = context
        limit = Sampling.tokenLimit(characters: request.text.count)
    }

    /// Generates to the end.
    /// - Parameter take: Is handed codes in order, none twice, and then the end, once.
    func run(_ take: (GenerateReply) -> Void) async throws {
        var leg = Leg(.tokens, of: channel, context)
        var codes: [UInt32] = []
        while case .failed(let error, let endpoint, let lost) =
            try await generate(&leg, &codes, take)
        {
            try await leg.failed(
                error, at: endpoint, after: lost, hasBegun: !isFirst || !codes.isEmpty)
        }
    }

    /// Generates at one service, behind these codes.
    private func generate(
        _ leg: inout Leg, _ codes: inout [UInt32], _ take: (GenerateReply) -> Void
    ) async throws -> Leg.Outcome {
        var next = request
        next.spoken = CodeFrames(codes: codes)
        next.tokenLimit = UInt32(max(1, limit - codes.count))
        var isOpen = false
        do {
            return try await channel.serverStream(Tokens.generate, next, options: leg.options) {
                reader in
                isOpen = true
                let watch = CallWatch(TokenWatch())
                async let _: Void = watch.follow(reader, of: channel, context.clock)
                return await receive(reader, watch, &leg, &codes, take)
            }
        } catch let error as RPCError where !isOpen {
            return .failed(error, at: nil)
        }
    }

    private func receive(
        _ reader: MessageReader<GenerateReply>, _ watch: CallWatch<TokenWatch>, _ leg: inout Leg,
        _ codes: inout [UInt32], _ take: (GenerateReply) -> Void
    ) async -> Leg.Outcome {
        let spoken = codes.count
        do throws(RPCError) {
            while let reply = try await reader.next() {
                switch reply {
                case .frames(let frames):
                    // No step forward, or it could go on like this for ever.
                    if frames.codes.isEmpty { continue }
                    try check(frames.codes, behind: codes.count)
                    watch.note { $0.received() }
                    leg.progress()
                    codes += frames.codes
                    take(reply)
                case .end(var end):
                    // The next prompt's codes would be read as the rest of this frame.
                    guard codes.count % Slot.count == 0 else { throw .withinFrame }
                    // A token a code: what else the others said died with them.
                    end.tokens += UInt32(spoken)
                    leg.progress()
                    take(.end(end))
                    // Behind it comes the status, and what that is changes nothing any more.
                    _ = try? await reader.next()
                    return .complete
                }
            }
            throw RPCError(.dataLoss, "a generation ended without its end", reason: "missing_end")
        } catch {
            return watch.failure(error, at: reader.endpoint)
        }
    }

    /// Codes that the decoder would refuse, or that no service could go on behind.
    private func check(_ codes: [UInt32], behind count: Int) throws(RPCError) {
        let rest = (count + codes.count) % Slot.count
        guard rest == 0 || (rest == Slot.firstHalf && request.halfFrames) else {
            throw .withinFrame
        }
        if let code = codes.first(where: { $0 >= Slot.codebookSize }) {
            throw RPCError(
                .dataLoss, "a generation holds code \(code), which is outside of 0...4095",
                reason: "bad_frame")
        }
        // What completes a frame that broke off counts as no token.
        guard count + codes.count <= 2 * limit else {
            throw RPCError(
                .dataLoss,
                "a generation of at most \(limit) tokens has more than \(2 * limit) codes",
                reason: "bad_frame")
        }
    }
}

extension RPCError {
    fileprivate static let withinFrame = RPCError(
        .dataLoss, "a generation ended within a frame", reason: "bad_frame")
}
