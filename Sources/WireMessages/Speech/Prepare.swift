import CLyreProto
import LyreRPC

/// Text/Prepare, to the server: written text.
public struct PrepareRequest: Hashable, ProtobufMessage {
    public var text: String
    /// Its language decides how the text is read; empty for the default voice.
    public var voice: String
    public var normalization: Normalization

    public init(text: String, voice: String = "", normalization: Normalization = .automatic) {
        self.text = text
        self.voice = voice
        self.normalization = normalization
    }

    typealias C = Lyre__Speech__V1__PrepareRequest
    public static var schemaName: String { "lyre.speech.v1.PrepareRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__prepare_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__prepare_request__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            text: try String(checking: c.text, "text"), voice: try String(checking: c.voice, "voice"),
            normalization: try Normalization(checking: c.normalization))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.text = arena.string(text)
        c.voice = arena.string(voice)
        c.normalization = normalization.c
    }
}

/// Text/Prepare, from the server: the prompts that would be spoken.
public struct PrepareReply: Hashable, ProtobufMessage {
    public var prompts: [PreparedPrompt]

    public init(prompts: [PreparedPrompt]) { self.prompts = prompts }

    typealias C = Lyre__Speech__V1__PrepareReply
    public static var schemaName: String { "lyre.speech.v1.PrepareReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__prepare_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
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

    public init(text: String, source: Range<UInt32>) {
        self.text = text
        self.source = source
    }

    typealias C = Lyre__Speech__V1__SpokenPrompt
    public static var schemaName: String { "lyre.speech.v1.SpokenPrompt" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__spoken_prompt__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__spoken_prompt__unpack }

    init(reading c: C) throws(RPCError) {
        guard c.source_begin <= c.source_end else {
            throw RPCError(.invalidArgument, "a prompt's source ends before it begins")
        }
        self.init(
            text: try String(checking: c.text, "text"), source: c.source_begin..<c.source_end)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.text = arena.string(text)
        c.source_begin = source.lowerBound
        c.source_end = source.upperBound
    }
}
