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
    /// Of the installation.
    let lexicons: Lexicons
    let clock: any Clock<Duration>
    let metrics = FrontendMetrics()
    let leads = LeadBook()

    /// - Parameters:
    ///   - tokens: Servers of Tokens/Generate.
    ///   - decoder: Servers of Decoder/Decode.
    ///   - lexicons: How words are said here, where a request has no entry of its own.
    ///   - clock: Of pauses before servers are called again, and of what they are given up after.
    public init(
        tokens: Channel, decoder: Channel, limits: TextLimits = .standard,
        lexicons: Lexicons = Lexicons(), clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.tokens = tokens
        self.decoder = decoder
        self.limits = limits
        self.lexicons = lexicons
        self.clock = clock
    }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.limit("Speech", to: admission)
        registry.permit("Speech", to: .client)
        registry.permit("Text", to: .client)
        registry.bidirectional(Speech.speak) { reader, writer, context in
            try await SpeakCall(frontend: self, writer: writer, context: context).run(reader)
        }
        registry.unary(Text.prepare) { request, _ in try self.prepare(request) }
    }

    /// Brings gauges up to date, before somebody reads them.
    public func updateMetrics() { metrics.update(worstLead: leads.worst) }

    private func prepare(_ request: PrepareRequest) throws -> PrepareReply {
        let voice = try voice(request.voice)
        var cutter = try cutter(voice: voice, request.normalization, request.rules)
        do {
            let prompts = try cutter.append(request.text) + cutter.finish()
            return PrepareReply(
                prompts: prompts.map {
                    PreparedPrompt($0, withReadings: request.withReadings)
                })
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

    func cutter(
        voice: Voice, _ normalization: WireMessages.Normalization, _ rules: TextRules
    ) throws(RPCError) -> PromptCutter {
        var locale = TextLocale(voice.language)
        if !rules.language.isEmpty {
            guard let named = TextLocale(tag: rules.language) else {
                let names = Voice.Language.allCases.map(\.rawValue).joined(separator: ", ")
                throw RPCError(
                    .invalidArgument, "there is no language '\(rules.language)', only \(names)",
                    reason: "unknown_language")
            }
            locale = named
        }
        do throws(LexiconError) {
            return PromptCutter(
                TextOptions(
                    locale: locale, normalization: normalization == .off ? .off : .automatic,
                    syntax: rules.syntax == .ssml ? .ssml : .tags,
                    unknownTags: rules.unknownTags == .remove ? .remove : .read,
                    lexicons: try lexicons.lexicons(for: locale.language, with: rules.lexicon),
                    limits: limits))
        } catch {
            throw RPCError(.invalidArgument, "\(error)", reason: "bad_lexicon")
        }
    }
}

extension PreparedPrompt {
    init(_ prompt: SpokenPrompt, withReadings: Bool) {
        self.init(
            text: prompt.text, source: prompt.source.asUInt32, voice: prompt.voice ?? "",
            silenceMilliseconds: UInt32(clamping: prompt.silence),
            readings: withReadings
                ? prompt.readings.map {
                    PreparedReading(
                        spoken: $0.spoken.asUInt32, source: $0.source.asUInt32,
                        className: $0.className)
                } : [])
    }
}

extension Range<Int> {
    fileprivate var asUInt32: Range<UInt32> {
        UInt32(clamping: lowerBound)..<UInt32(clamping: upperBound)
    }
}
