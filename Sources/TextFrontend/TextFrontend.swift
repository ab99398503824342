import LyreRPC
import Orpheus
import SpeechText
import WireMessages

/// Speech/Speak and Text/Prepare: written text to prompts, and on to samples.
///
/// It owns a request: its deadline, its cancellation, and the order in which prompts are spoken.
public struct TextFrontend: Sendable {
    let tokens: Channel
    let decoder: Channel
    let limits: TextLimits
    let metrics = FrontendMetrics()

    /// - Parameters:
    ///   - tokens: Servers of Tokens/Generate.
    ///   - decoder: Servers of Decoder/Decode.
    public init(tokens: Channel, decoder: Channel, limits: TextLimits = .standard) {
        self.tokens = tokens
        self.decoder = decoder
        self.limits = limits
    }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.limit("Speech", to: admission)
        registry.bidirectional(Speech.speak) { reader, writer, context in
            try await SpeakCall(frontend: self, writer: writer, context: context).run(reader)
        }
        registry.unary(Text.prepare) { request, _ in try self.prepare(request) }
    }

    private func prepare(_ request: PrepareRequest) throws -> PrepareReply {
        var cutter = try cutter(voice: voice(request.voice), request.normalization)
        do {
            let prompts = try cutter.append(request.text) + cutter.finish()
            return PrepareReply(prompts: prompts.map(PreparedPrompt.init))
        } catch {
            throw RPCError(.invalidArgument, "\(error)")
        }
    }

    func voice(_ name: String) throws(RPCError) -> Voice {
        if name.isEmpty { return .standard }
        do { return try Voice(named: name) } catch {
            throw RPCError(.invalidArgument, "\(error)", reason: "unknown_voice")
        }
    }

    func cutter(voice: Voice, _ normalization: WireMessages.Normalization) -> PromptCutter {
        PromptCutter(
            language: voice.language, normalization: normalization == .off ? .off : .automatic,
            limits: limits)
    }
}

extension PreparedPrompt {
    init(_ prompt: SpokenPrompt) {
        self.init(
            text: prompt.text,
            source: UInt32(prompt.source.lowerBound)..<UInt32(prompt.source.upperBound))
    }
}
