import LyreRPC
import Orpheus
import SpeechText
import Synchronization
import WireMessages

/// One call of Speech/Speak.
///
/// Text becomes prompts, prompts become frames, frames become samples; the three run side by side.
/// All prompts are decoded as one stream, so their joins cannot click, and the next prompt is
/// generated while the last one is still being spoken, so they do not gape.
struct SpeakCall: Sendable {
    /// Prompts that are generated at once: the one that is spoken, and the next.
    private static let promptsAtOnce = 2

    let frontend: TextFrontend
    let writer: MessageWriter<SpeakReply>
    let timeline: SpeakTimeline
    private let silences = Silences()
    private let context: SpeakContext

    init(frontend: TextFrontend, writer: MessageWriter<SpeakReply>, context: CallContext) {
        self.frontend = frontend
        self.writer = writer
        timeline = SpeakTimeline()
        self.context = SpeakContext(
            call: context, clock: frontend.clock, metrics: frontend.metrics, timeline: timeline)
    }

    func run(_ reader: MessageReader<SpeakRequest>) async throws {
        guard case .start(let start)? = try await reader.next() else {
            throw RPCError(.invalidArgument, "a Speak call begins with its start")
        }
        let voice = try frontend.voice(start.voice)
        let metrics = frontend.metrics
        metrics.active.increment()
        frontend.leads.enter(timeline)
        defer {
            frontend.leads.leave(timeline)
            metrics.active.decrement()
        }

        let decode = DecodeLeg(frontend.decoder, context, seed: start.seed, format: start.format)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (prompts, promptInlet) = AsyncStream<SpokenPrompt>.makeStream()
            let (feeds, feedInlet) = AsyncStream<PromptFeed>.makeStream()
            let places = AsyncPlaces(Self.promptsAtOnce)
            group.addTask {
                defer { promptInlet.finish() }
                try await self.cut(reader, start, voice, to: promptInlet)
            }
            group.addTask {
                defer { feedInlet.finish() }
                try await self.generate(prompts, start, voice, places, to: feedInlet)
            }
            group.addTask { try await self.forward(feeds, start, places, to: decode) }
            group.addTask { try await self.deliver(decode, start.format) }
            // One by one: the first that fails ends the others at once.
            for try await _ in group {}
        }
        // Counted before the client can know the end, so that its next look finds it.
        let summary = timeline.summary
        metrics.finished(summary)
        context.call.observed.note("prompts", Int(summary.prompts))
        context.call.observed.note("samples", Int(summary.samples))
        try await writer.send(.summary(summary))
    }

    /// Text parts to prompts.
    private func cut(
        _ reader: MessageReader<SpeakRequest>, _ start: SpeakStart, _ voice: Voice,
        to prompts: AsyncStream<SpokenPrompt>.Continuation
    ) async throws {
        var cutter = try frontend.cutter(voice: voice, start.normalization, start.rules)
        do {
            while let request = try await reader.next() {
                let ready: [SpokenPrompt]
                let normalizing = context.call.observed.part("normalize")
                defer { normalizing.end(.ok) }
                switch request {
                case .text(let part): ready = try cutter.append(part)
                case .flush: ready = cutter.flush()
                case .start: throw RPCError(.invalidArgument, "a Speak call has one start")
                }
                for prompt in ready { add(prompt, to: prompts) }
            }
            for prompt in try cutter.finish() { add(prompt, to: prompts) }
        } catch let error as TextError {
            throw RPCError(.invalidArgument, "\(error)", reason: "bad_text")
        }
    }

    private func add(_ prompt: SpokenPrompt, to prompts: AsyncStream<SpokenPrompt>.Continuation) {
        timeline.prompt()
        context.call.observed.note("prompt")
        prompts.yield(prompt)
    }

    /// Prompts to generations, each begun as soon as there is a place for it.
    private func generate(
        _ prompts: AsyncStream<SpokenPrompt>, _ start: SpeakStart, _ voice: Voice,
        _ places: AsyncPlaces, to feeds: AsyncStream<PromptFeed>.Continuation
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var index: UInt32 = 0
            for await prompt in prompts {
                await places.take()
                try Task.checkCancellation()
                let speaker = try prompt.voice.map { try frontend.voice($0) } ?? voice
                // Only before the first one does somebody wait in silence.
                let request = GenerateRequest(
                    voice: speaker.name, text: prompt.text, seed: start.seed &+ UInt64(index),
                    sampling: start.sampling, halfFrames: index == 0)
                let feed = PromptFeed(
                    index: index,
                    prompt: PreparedPrompt(prompt, withReadings: start.withReadings))
                feeds.yield(feed)
                index += 1
                if prompt.text.isEmpty {
                    feed.finish()
                } else {
                    group.addTask {
                        await feed.fill(
                            from: TokenLeg(
                                request, isFirst: feed.index == 0, at: self.frontend.tokens,
                                self.context))
                    }
                }
            }
        }
    }

    /// Frames of one prompt after the other to the decoder, cut as they come; to the client whole.
    private func forward(
        _ feeds: AsyncStream<PromptFeed>, _ start: SpeakStart, _ places: AsyncPlaces,
        to decode: DecodeLeg
    ) async throws {
        var whole = WholeFrames()
        var codes = 0
        for await feed in feeds {
            // Known before the samples behind it can come.
            silences.add(
                milliseconds: Int(feed.prompt.silenceMilliseconds),
                at: UInt64(codes / Slot.count * Frame.samples))
            try await writer.send(.prompt(index: feed.index, feed.prompt))
            for try await reply in feed.replies {
                switch reply {
                case .frames(let part):
                    codes += part.codes.count
                    timeline.codes(part.codes.count)
                    if start.withFrames, let frames = whole.append(part) {
                        try await writer.send(.frames(frames))
                    }
                    try await decode.append(part.codes)
                case .end(let end): timeline.generated(end)
                }
            }
            places.give()
        }
        decode.end()
    }

    private func deliver(_ decode: DecodeLeg, _ format: SampleFormat) async throws {
        var outlet = AudioOutlet(writer, timeline, silences, format)
        try await decode.run { samples in
            if timeline.isSilent { context.call.observed.note("first_sample") }
            try await outlet.deliver(samples)
        }
        try await outlet.finish()
    }
}
