import CLyreProto
import LyreRPC

/// One call of Tokens/Generate, as Tokens/Sessions lists it.
public struct SessionInfo: Hashable, ProtobufMessage {
    public enum Phase: Hashable, Sendable, CaseIterable {
        /// Waits for a model server that has room.
        case queued
        /// A model server has it, and has sent no token yet.
        case prefill
        case streaming
        /// Its model server failed; another one is to go on.
        case resumed
        case done
    }

    public var id: UInt64 = 0
    public var phase = Phase.queued
    public var voice = ""
    public var characters: UInt32 = 0
    public var priority: Int32 = 0
    /// The model server that has it, or had it last: its URL, and the model's name there.
    public var server = ""
    public var model = ""
    /// Since the call came; of one that is done, until it ended.
    public var ageMicroseconds: UInt64 = 0
    public var frames: UInt32 = 0
    /// Sound that a listener who began with the first frame has left to play.
    public var leadMilliseconds: Int32 = 0
    public var resumes: UInt32 = 0
    public var rolls: UInt32 = 0
    /// How it ended, by the name of the status; empty before.
    public var outcome = ""

    public init() {}

    typealias C = Lyre__Speech__V1__SessionInfo
    public static var schemaName: String { "lyre.speech.v1.SessionInfo" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__session_info__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__session_info__unpack }

    init(reading c: C) throws(RPCError) {
        id = c.id
        phase = Phase.allCases.first { $0.c == c.phase } ?? .done
        voice = try String(checking: c.voice, "voice")
        characters = c.characters
        priority = c.priority
        server = try String(checking: c.server, "server")
        model = try String(checking: c.model, "model")
        ageMicroseconds = c.age_us
        frames = c.frames
        leadMilliseconds = c.lead_ms
        resumes = c.resumes
        rolls = c.rolls
        outcome = try String(checking: c.outcome, "outcome")
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.id = id
        c.phase = phase.c
        c.voice = arena.string(voice)
        c.characters = characters
        c.priority = priority
        c.server = arena.string(server)
        c.model = arena.string(model)
        c.age_us = ageMicroseconds
        c.frames = frames
        c.lead_ms = leadMilliseconds
        c.resumes = resumes
        c.rolls = rolls
        c.outcome = arena.string(outcome)
    }
}

extension SessionInfo.Phase {
    fileprivate var c: Lyre__Speech__V1__SessionInfo__Phase {
        switch self {
        case .queued: LYRE__SPEECH__V1__SESSION_INFO__PHASE__QUEUED
        case .prefill: LYRE__SPEECH__V1__SESSION_INFO__PHASE__PREFILL
        case .streaming: LYRE__SPEECH__V1__SESSION_INFO__PHASE__STREAMING
        case .resumed: LYRE__SPEECH__V1__SESSION_INFO__PHASE__RESUMED
        case .done: LYRE__SPEECH__V1__SESSION_INFO__PHASE__DONE
        }
    }
}
