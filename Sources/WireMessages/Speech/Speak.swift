import CLyreProto
import LyreRPC

/// Speech/Speak, to the server: a start, then text in parts.
public enum SpeakRequest: Hashable, ProtobufMessage {
    case start(SpeakStart)
    case text(String)
    /// Speak what came so far as if a sentence had ended.
    case flush

    typealias C = Lyre__Speech__V1__SpeakRequest
    public static var schemaName: String { "lyre.speech.v1.SpeakRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__speak_request__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__speak_request__unpack }

    init(reading c: C) throws(RPCError) {
        switch c.part_case {
        case LYRE__SPEECH__V1__SPEAK_REQUEST__PART_START:
            self = .start(try SpeakStart(reading: c.start.pointee))
        case LYRE__SPEECH__V1__SPEAK_REQUEST__PART_TEXT:
            self = .text(try String(checking: c.text, "text"))
        case LYRE__SPEECH__V1__SPEAK_REQUEST__PART_FLUSH: self = .flush
        default: throw .emptyPart(Self.schemaName)
        }
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        switch self {
        case .start(let start):
            c.part_case = LYRE__SPEECH__V1__SPEAK_REQUEST__PART_START
            c.start = arena.message(start)
        case .text(let text):
            c.part_case = LYRE__SPEECH__V1__SPEAK_REQUEST__PART_TEXT
            c.text = arena.string(text)
        case .flush:
            c.part_case = LYRE__SPEECH__V1__SPEAK_REQUEST__PART_FLUSH
            c.flush = 1
        }
    }
}

/// How a text is to be spoken.
public struct SpeakStart: Hashable, ProtobufMessage {
    /// Empty: the default voice.
    public var voice: String
    public var seed: UInt64
    public var format: SampleFormat
    public var normalization: Normalization
    public var sampling: SamplingOptions
    /// Send the codes too.
    public var withFrames: Bool
    public var rules: TextRules
    /// Tell where each reading comes from, with each prompt.
    public var withReadings: Bool

    public init(
        voice: String = "", seed: UInt64 = 0, format: SampleFormat = .s16,
        normalization: Normalization = .automatic, sampling: SamplingOptions = SamplingOptions(),
        withFrames: Bool = false, rules: TextRules = TextRules(), withReadings: Bool = false
    ) {
        self.voice = voice
        self.seed = seed
        self.format = format
        self.normalization = normalization
        self.sampling = sampling
        self.withFrames = withFrames
        self.rules = rules
        self.withReadings = withReadings
    }

    typealias C = Lyre__Speech__V1__SpeakStart
    public static var schemaName: String { "lyre.speech.v1.SpeakStart" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__speak_start__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__speak_start__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            voice: try String(checking: c.voice, "voice"), seed: c.seed,
            format: try SampleFormat(checking: c.format),
            normalization: try Normalization(checking: c.normalization),
            sampling: try c.sampling.map { c throws(RPCError) in
                try SamplingOptions(reading: c.pointee)
            } ?? SamplingOptions(),
            withFrames: c.with_frames != 0, rules: try TextRules(optional: c.rules),
            withReadings: c.with_readings != 0)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.voice = arena.string(voice)
        c.seed = seed
        c.format = format.c
        c.normalization = normalization.c
        c.sampling = arena.message(sampling)
        c.with_frames = withFrames ? 1 : 0
        if rules != TextRules() { c.rules = arena.message(rules) }
        c.with_readings = withReadings ? 1 : 0
    }
}

/// Speech/Speak, from the server: what is being said, its samples and codes, and a summary at last.
public enum SpeakReply: Hashable, ProtobufMessage {
    case prompt(index: UInt32, PreparedPrompt)
    case audio(Audio)
    case frames(CodeFrames)
    case summary(SpeakSummary)

    typealias C = Lyre__Speech__V1__SpeakReply
    public static var schemaName: String { "lyre.speech.v1.SpeakReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__speak_reply__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__speak_reply__unpack }

    init(reading c: C) throws(RPCError) {
        switch c.part_case {
        case LYRE__SPEECH__V1__SPEAK_REPLY__PART_PROMPT:
            let started = c.prompt.pointee
            guard let prompt = started.prompt else { throw .emptyPart(Self.schemaName) }
            self = .prompt(index: started.index, try PreparedPrompt(reading: prompt.pointee))
        case LYRE__SPEECH__V1__SPEAK_REPLY__PART_AUDIO:
            self = .audio(try Audio(reading: c.audio.pointee))
        case LYRE__SPEECH__V1__SPEAK_REPLY__PART_FRAMES:
            self = .frames(try CodeFrames(reading: c.frames.pointee))
        case LYRE__SPEECH__V1__SPEAK_REPLY__PART_SUMMARY:
            self = .summary(try SpeakSummary(reading: c.summary.pointee))
        default: throw .emptyPart(Self.schemaName)
        }
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        switch self {
        case .prompt(let index, let prompt):
            c.part_case = LYRE__SPEECH__V1__SPEAK_REPLY__PART_PROMPT
            c.prompt = arena.take(1, of: Lyre__Speech__V1__PromptStarted.self)
            lyre__speech__v1__prompt_started__init(c.prompt)
            c.prompt.pointee.index = index
            c.prompt.pointee.prompt = arena.message(prompt)
        case .audio(let audio):
            c.part_case = LYRE__SPEECH__V1__SPEAK_REPLY__PART_AUDIO
            c.audio = arena.message(audio)
        case .frames(let frames):
            c.part_case = LYRE__SPEECH__V1__SPEAK_REPLY__PART_FRAMES
            c.frames = arena.message(frames)
        case .summary(let summary):
            c.part_case = LYRE__SPEECH__V1__SPEAK_REPLY__PART_SUMMARY
            c.summary = arena.message(summary)
        }
    }
}

/// What was spoken, and where the time went; times are microseconds since the call arrived.
public struct SpeakSummary: Hashable, ProtobufMessage {
    public var samples: UInt64 = 0
    public var frames: UInt32 = 0
    public var prompts: UInt32 = 0
    public var tokens: UInt32 = 0
    /// Tokens that were no code of the slot due.
    public var droppedTokens: UInt32 = 0
    /// Until the first prompt was cut.
    public var textMicroseconds: UInt64 = 0
    /// Spent waiting for the model to take the first prompt up.
    public var queueMicroseconds: UInt64 = 0
    public var firstCodeMicroseconds: UInt64 = 0
    public var firstSampleMicroseconds: UInt64 = 0
    public var totalMicroseconds: UInt64 = 0
    /// How often another decoder went on where one had failed.
    public var decodeResumes: UInt32 = 0
    /// How often another token service did.
    public var tokenResumes: UInt32 = 0

    public init() {}

    typealias C = Lyre__Speech__V1__SpeakSummary
    public static var schemaName: String { "lyre.speech.v1.SpeakSummary" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__speak_summary__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__speak_summary__unpack }

    init(reading c: C) throws(RPCError) {
        samples = c.samples
        frames = c.frames
        prompts = c.prompts
        tokens = c.tokens
        droppedTokens = c.dropped_tokens
        textMicroseconds = c.text_us
        queueMicroseconds = c.queue_us
        firstCodeMicroseconds = c.first_code_us
        firstSampleMicroseconds = c.first_sample_us
        totalMicroseconds = c.total_us
        decodeResumes = c.decode_resumes
        tokenResumes = c.token_resumes
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.samples = samples
        c.frames = frames
        c.prompts = prompts
        c.tokens = tokens
        c.dropped_tokens = droppedTokens
        c.text_us = textMicroseconds
        c.queue_us = queueMicroseconds
        c.first_code_us = firstCodeMicroseconds
        c.first_sample_us = firstSampleMicroseconds
        c.total_us = totalMicroseconds
        c.decode_resumes = decodeResumes
        c.token_resumes = tokenResumes
    }
}
