import LyreRPC
import TestSupport
import WireMessages

/// Values of every kind, the same for the same seed.
struct RandomValues {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func int(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }
    mutating func flag() -> Bool { .random(using: &random) }
    /// Small, large and extreme numbers alike.
    mutating func number<Value: FixedWidthInteger & UnsignedInteger>(_: Value.Type = Value.self)
        -> Value
    {
        switch int(0...5) {
        case 0: 0
        case 1: .max
        case 2: Value(int(0...127))
        default:
            Value.random(in: .min ... .max, using: &random) >> Value(int(0...(Value.bitWidth - 1)))
        }
    }

    mutating func text(_ limit: Int = 40) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "ß", " ", "\n", "\"", "\\", "世", "🎙", "\u{301}", "\u{7f}", "\u{1}", "<",
        ]
        return String(
            String.UnicodeScalarView(
                (0..<int(0...limit)).map { _ in scalars.randomElement(using: &random)! }))
    }

    mutating func bytes(_ limit: Int = 200) -> [UInt8] {
        (0..<int(0...limit)).map { _ in .random(in: 0...255, using: &random) }
    }

    mutating func codes() -> CodeFrames {
        CodeFrames(codes: (0..<int(0...70)).map { _ in number() })
    }
    mutating func audio() -> Audio { Audio(firstSample: number(), samples: bytes()) }
    mutating func format() -> SampleFormat { flag() ? .s16 : .f32 }
    mutating func normalization() -> Normalization { flag() ? .automatic : .off }

    mutating func sampling() -> SamplingOptions {
        SamplingOptions(
            temperature: flag() ? nil : Double(int(0...50)) / 10,
            topP: flag() ? nil : Double(int(1...100)) / 100,
            repetitionPenalty: flag() ? nil : Double(int(1...100)) / 10)
    }

    mutating func prompt() -> PreparedPrompt {
        let (a, b): (UInt32, UInt32) = (number(), number())
        return PreparedPrompt(
            text: text(), source: min(a, b)..<max(a, b), voice: text(),
            silenceMilliseconds: number(), readings: (0..<int(0...3)).map { _ in reading() })
    }

    private mutating func reading() -> PreparedReading {
        let (a, b): (UInt32, UInt32) = (number(), number())
        return PreparedReading(
            spoken: min(a, b)..<max(a, b), source: 0..<a, className: text())
    }

    mutating func rules() -> TextRules {
        TextRules(
            language: text(), syntax: flag() ? .ssml : .tags, unknownTags: flag() ? .remove : .read,
            lexicon: (0..<int(0...3)).map { _ in LexiconEntry(written: text(), spoken: text()) })
    }

    mutating func summary() -> SpeakSummary {
        var summary = SpeakSummary()
        summary.samples = number()
        summary.frames = number()
        summary.prompts = number()
        summary.tokens = number()
        summary.droppedTokens = number()
        summary.textMicroseconds = number()
        summary.queueMicroseconds = number()
        summary.firstCodeMicroseconds = number()
        summary.firstSampleMicroseconds = number()
        summary.totalMicroseconds = number()
        summary.decodeResumes = number()
        summary.tokenResumes = number()
        return summary
    }

    mutating func session() -> SessionInfo {
        var session = SessionInfo()
        session.id = number()
        session.phase = SessionInfo.Phase.allCases.randomElement(using: &random)!
        session.voice = text()
        session.characters = number()
        session.priority = Int32(bitPattern: number())
        session.server = text()
        session.model = text()
        session.ageMicroseconds = number()
        session.frames = number()
        session.leadMilliseconds = Int32(bitPattern: number())
        session.resumes = number()
        session.rolls = number()
        session.outcome = text()
        return session
    }

    /// One message of every type.
    mutating func messages() -> [any Message & Equatable] {
        let start = SpeakStart(
            voice: text(), seed: number(), format: format(), normalization: normalization(),
            sampling: sampling(), withFrames: flag(), rules: rules(), withReadings: flag())
        let decode = DecodeStart(
            seed: flag() ? nil : number(), format: format(), firstFrame: number(), context: codes())
        let end = GenerateEnd(
            reason: GenerateEnd.Reason.allCases.randomElement(using: &random)!, tokens: number(),
            droppedTokens: number(), firstTokenMicroseconds: number(), resumes: number(),
            rolls: number())
        return [
            HealthRequest(service: text()),
            HealthReply(status: [.unknown, .serving, .notServing, .serviceUnknown][int(0...3)]),
            ReflectionRequest(),
            ReflectionReply(
                instance: text(), schema: number(), methods: [], descriptorSet: bytes()),
            MetricsRequest(),
            MetricsReply(
                program: text(), version: text(), instance: text(), isDraining: flag(),
                uptimeMicroseconds: number(), text: text()),
            PrepareRequest(
                text: text(), voice: text(), normalization: normalization(), rules: rules(),
                withReadings: flag()),
            PrepareReply(prompts: (0..<int(0...9)).map { _ in prompt() }),
            SpeakRequest.start(start), SpeakRequest.text(text()), SpeakRequest.flush,
            SpeakReply.prompt(index: number(), prompt()), SpeakReply.audio(audio()),
            SpeakReply.frames(codes()), SpeakReply.summary(summary()),
            GenerateRequest(
                voice: text(), text: text(), seed: number(), sampling: sampling(), spoken: codes(),
                tokenLimit: number(), halfFrames: flag(),
                priority: Int32(bitPattern: number())),
            GenerateReply.frames(codes()), GenerateReply.end(end),
            SessionsRequest(), SessionsReply(sessions: (0..<int(0...5)).map { _ in session() }),
            DecodeRequest.start(decode), DecodeRequest.frames(codes()), DecodeReply(audio: audio()),
            EncodeRequest(samples: bytes()), EncodeReply(frames: codes()),
        ]
    }

    mutating func frame() -> WireFrame {
        let body: WireFrame.Body =
            switch int(0...11) {
            case 0: .hello(hello())
            case 1:
                .welcome(
                    Welcome(
                        version: number(), instance: text(), schema: number(), windows: windows()))
            case 2:
                .open(
                    Open(
                        method: text(), timeoutMilliseconds: number(), traceparent: text(),
                        end: flag()))
            case 3: .data(end: flag())
            case 4:
                .status(
                    Status(
                        StatusCode.allCases[int(0...16)], text(), reason: text(10),
                        neverStarted: flag(),
                        retryAfterMilliseconds: number()))
            case 5: .cancel
            case 6: .credit(bytes: number())
            case 7: .ping(nonce: number())
            case 8: .pong(nonce: number())
            case 9: .goAway(lastStream: number(), reason: text())
            case 10:
                .load(
                    Load(
                        active: number(), capacity: number(), queued: number(), draining: flag(),
                        worstLeadMilliseconds: flag() ? Int32(bitPattern: number()) : nil))
            default: .reset(reason: text())
            }
        let mayHaveMessage =
            switch body {
            case .open, .data, .status: true
            default: false
            }
        return WireFrame(
            session: number(), stream: number(), sequence: number(), body,
            payload: mayHaveMessage && flag() ? bytes() : nil)
    }

    private mutating func windows() -> Windows {
        Windows(stream: max(1, number()), connection: max(1, number()))
    }

    private mutating func hello() -> Hello {
        let (a, b): (UInt32, UInt32) = (number(), number())
        return Hello(
            versions: min(a, b)...max(a, b), service: text(), schema: number(), client: text(),
            windows: windows())
    }
}
