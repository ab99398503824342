import ArgumentParser
import Foundation
import Orpheus
import PCMAudio
import Traces
import WireMessages
import ZeroMQTransport

struct Speak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speaks text, given here or on standard input.",
        discussion: """
            Without --endpoint a private farm is started for this one text and ended after it. Its \
            engine is a demo (flite through the demo codec); with --vllm and --model it uses real \
            weights. The same text, voice and seed give the same file, byte for byte.
            """)

    @Argument(help: "The text; standard input when there is none.")
    var text: [String] = []

    @Option(name: .shortAndLong, help: "The WAV file to write, or - for standard output.")
    var output: String?

    @Flag(help: "Play the sound while it comes.")
    var play = false

    @Option(name: .shortAndLong, help: "Who speaks; see 'lyre voices'.")
    var voice = Voice.standard.name

    @Option(help: "The same seed gives the same sound.")
    var seed: UInt64 = 0

    @Option(help: ArgumentHelp("Draw a mel picture of the sound.", valueName: "file.png"))
    var picture: String?

    @Option(
        help: ArgumentHelp(
            "Write the codes too, a frame a line, as 'lyre decode' reads them.", valueName: "file"))
    var codes: String?

    @Flag(help: "32-bit float samples instead of 16-bit ones.")
    var float = false

    @Flag(help: "Speak the text as it is written, numbers and abbreviations too.")
    var verbatim = false

    @Option(help: "The language of the text, where it is not that of the voice: en, de, fr, ...")
    var language: String?

    @OptionGroup var rules: TextRuleOptions

    @Option(help: "The text frontend to call, such as tcp://127.0.0.1:7100.")
    var endpoint: String?

    @OptionGroup var keys: KeyOptions

    @OptionGroup var farm: FarmOptions

    @Flag(
        help: ArgumentHelp(
            "Draw what ran when, from the traces of all services.",
            discussion: """
                A private farm exports its spans to this program. One at --endpoint exports them to \
                the collector of its own --otlp, under the trace id that is printed.
                """))
    var trace = false

    @Flag(name: .shortAndLong, help: "No progress bar, no summary.")
    var quiet = false

    func run() async throws {
        _ = try Voice(named: voice)
        // Say what cannot be written before any work is done.
        let output = play && output == nil ? nil : output ?? "speech.wav"
        let sound = try await SoundOutput(
            path: output, plays: play, format: float ? .float32 : .pcm16, keeps: picture != nil)
        let codeFile = try codes.map { try AtomicFile(at: URL(fileURLWithPath: $0)) }
        let pictureFile = try picture.map { try AtomicFile(at: URL(fileURLWithPath: $0)) }

        let started = ContinuousClock.now
        let collector = trace && endpoint == nil ? try await SpanCollector() : nil
        var options = farm.options
        options.otlp = collector?.endpoint
        let privateFarm = endpoint == nil ? try await Farm.start(options) : nil
        let ready = ContinuousClock.now
        do {
            let root = trace ? TraceContext() : nil
            let summary = try await speak(
                at: endpoint ?? privateFarm!.endpoint, to: sound, codeFile, root)
            // The last spans come when it ends.
            await privateFarm?.stop()
            try await sound.finish()
            try codeFile?.commit()
            try pictureFile?.append(MelPicture.png(sound.samples))
            try pictureFile?.commit()
            if let root { show(root, collector) }
            if !quiet, let summary {
                let report = SpeakReport(
                    summary: summary, voice: voice, seed: seed,
                    farm: privateFarm == nil ? nil : ready - started,
                    files: [output == "-" ? nil : output, picture, codes].compactMap(\.self))
                FileHandle.standardError.write(Data(report.text.utf8))
            }
        } catch {
            await privateFarm?.stop()
            throw error
        }
    }

    private func show(_ trace: TraceContext, _ collector: SpanCollector?) {
        var text = "trace \(trace.traceIDText)\n"
        if let collector { text += Waterfall(collector.spans(of: trace)).text() }
        FileHandle.standardError.write(Data(text.utf8))
    }

    private func speak(
        at endpoint: String, to sound: SoundOutput, _ codeFile: AtomicFile?,
        _ trace: TraceContext?
    ) async throws -> SpeakSummary? {
        let transport = ZeroMQTransport(client: "lyre speak")
        let channel = try transport.channel(
            to: endpoint, service: "Speech",
            security: self.endpoint == nil ? nil : keys.security)
        defer { channel.shutdown() }
        // Control-C ends the call, and with it the farm and what was written aside.
        let interruption = Task {
            let came = await UntilSignal.wait()
            if came { channel.shutdown() }
            return came
        }
        defer { interruption.cancel() }
        let start = SpeakStart(
            voice: voice, seed: seed, normalization: verbatim ? .off : .automatic,
            withFrames: codeFile != nil,
            rules: TextRules(
                language: language ?? "", syntax: rules.ssml ? .ssml : .tags,
                lexicon: try rules.lexicons.reversed().flatMap(\.pairs).map {
                    LexiconEntry(written: $0.written, spoken: $0.spoken)
                }))
        let characters = text.joined(separator: " ").count
        // English is spoken at some 14 characters a second.
        let expected = Double(max(characters, 14)) / 14
        let bar = ProgressBar(isShown: !quiet && ProgressBar.isWatched)
        var seconds = 0.0
        var summary: SpeakSummary?
        bar.show(seconds: 0, of: expected)
        defer { bar.clear() }
        do {
            let speaker = Speaker(
                start: start, channel: channel, traceparent: trace?.traceparent ?? "")
            try await speaker.speak(TextSource.parts(text)) { event in
                switch event {
                case .prompt: break
                case .samples(let samples):
                    try sound.append(samples)
                    seconds += Double(samples.count) / 24_000
                    bar.show(seconds: seconds, of: expected)
                case .codes(let codes): try codeFile?.append(Data(FrameLines.text(codes).utf8))
                case .summary(let value): summary = value
                }
            }
        } catch {
            interruption.cancel()
            if await interruption.value { throw ExitCode(130) }
            throw error
        }
        return summary
    }
}
