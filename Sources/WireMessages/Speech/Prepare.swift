import CLyreProto
import LyreRPC

/// Text/Prepare, to the server: written text.
public struct PrepareRequest: Hashable, ProtobufMessage {
    public var text: String
    /// Its language decides how the text is read; empty for the default voice.
    public var voice: String
    public var normalization: Normalization
    public var rules: TextRules
    /// Tell where each reading comes from.
    public var withReadings: Bool

    public init(
        text: String, voice: String = "", normalization: Normalization = .automatic,
        rules: TextRules = TextRules(), withReadings: Bool = false
    ) {
        self.text = text
        self.voice = voice
        self.normalization = normalization
        self.rules = rules
        self.withReadings = withReadings
    }

    typealias C = Lyre__Speech__V1__PrepareRequest
    public static var schemaName: String { "lyre.speech.v1.PrepareRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__prepare_request__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__prepare_request__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            text: try String(checking: c.text, "text"),
            voice: try String(checking: c.voice, "voice"),
            normalization: try Normalization(checking: c.normalization),
            rules: try TextRules(optional: c.rules), withReadings: c.with_readings != 0)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.text = arena.string(text)
        c.voice = arena.string(voice)
        c.normalization = normalization.c
        if rules != TextRules() { c.rules = arena.message(rules) }
        c.with_readings = withReadings ? 1 : 0
    }
}

extension TextRules {
    init(optional c: UnsafeMutablePointer<C>?) throws(RPCError) {
        self = try c.map { c throws(RPCError) in try TextRules(reading: c.pointee) } ?? TextRules()
    }
}

/// Text/Prepare, from the server: the prompts that would be spoken.
public struct PrepareReply: Hashable, ProtobufMessage {
    public var prompts: [PreparedPrompt]

    public init(prompts: [PreparedPrompt]) { self.prompts = prompts }

    typealias C = Lyre__Speech__V1__PrepareReply
    public static var schemaName: String { "lyre.speech.v1.PrepareReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__prepare_reply__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__prepare_reply__unpack }

    init(reading c: C) throws(RPCError) { prompts = try readAll(c.prompts, count: c.n_prompts) }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.n_prompts = prompts.count
        c.prompts = arena.messages(prompts)
    }
}

/// What one prompt says, and where in the written text it comes from.
public struct PreparedPrompt: Hashable, ProtobufMessage {
    public var text: String
    /// Bytes of the written text.
    public var source: Range<UInt32>
    /// Who speaks it, where the text itself says so; else empty.
    public var voice: String
    /// Before it. A prompt without text is silence alone.
    public var silenceMilliseconds: UInt32
    /// Where they were asked for.
    public var readings: [PreparedReading]

    public init(
        text: String, source: Range<UInt32>, voice: String = "", silenceMilliseconds: UInt32 = 0,
        readings: [PreparedReading] = []
    ) {
        self.text = text
        self.source = source
        self.voice = voice
        self.silenceMilliseconds = silenceMilliseconds
        self.readings = readings
    }

    typealias C = Lyre__Speech__V1__SpokenPrompt
    public static var schemaName: String { "lyre.speech.v1.SpokenPrompt" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void {
        lyre__speech__v1__spoken_prompt__init
    }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__spoken_prompt__unpack }

    init(reading c: C) throws(RPCError) {
        guard c.source_begin <= c.source_end else {
            throw RPCError(.invalidArgument, "a prompt's source ends before it begins")
        }
        self.init(
            text: try String(checking: c.text, "text"), source: c.source_begin..<c.source_end,
            voice: try String(checking: c.voice, "voice"), silenceMilliseconds: c.silence_ms,
            readings: try readAll(c.readings, count: c.n_readings))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.text = arena.string(text)
        c.source_begin = source.lowerBound
        c.source_end = source.upperBound
        c.voice = arena.string(voice)
        c.silence_ms = silenceMilliseconds
        c.n_readings = readings.count
        c.readings = arena.messages(readings)
    }
}

/// Bytes of a prompt's text, and the bytes of the written text that they say.
public struct PreparedReading: Hashable, ProtobufMessage {
    public var spoken: Range<UInt32>
    public var source: Range<UInt32>
    /// "date", "money"; "plain" where the text was left as it is.
    public var className: String

    public init(spoken: Range<UInt32>, source: Range<UInt32>, className: String) {
        self.spoken = spoken
        self.source = source
        self.className = className
    }

    typealias C = Lyre__Speech__V1__Reading
    public static var schemaName: String { "lyre.speech.v1.Reading" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__reading__init }
    static var unpack:
        (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
            -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__reading__unpack }

    init(reading c: C) throws(RPCError) {
        guard c.spoken_begin <= c.spoken_end, c.source_begin <= c.source_end else {
            throw RPCError(.invalidArgument, "a reading ends before it begins")
        }
        self.init(
            spoken: c.spoken_begin..<c.spoken_end, source: c.source_begin..<c.source_end,
            className: try String(checking: c.class_name, "class_name"))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.spoken_begin = spoken.lowerBound
        c.spoken_end = spoken.upperBound
        c.source_begin = source.lowerBound
        c.source_end = source.upperBound
        c.class_name = arena.string(className)
    }
}
