import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// What is told of one call of Tokens/Generate, while it runs and for a while afterwards.
final class SessionRecord: Sendable {
    private struct State {
        var phase = SessionInfo.Phase.queued
        var engine: Engine?
        var frames = 0
        var firstFrame: Instant?
        var resumes = 0
        var rolls = 0
        var end: (time: Instant, outcome: String)?
    }

    let id: UInt64
    private let voice: String
    private let characters: Int
    private let priority: Int32
    private let start: Instant
    private let time: any TimeSource
    private let state = Mutex(State())

    init(id: UInt64, _ request: GenerateRequest, voice: Voice, time: any TimeSource) {
        self.id = id
        self.voice = voice.name
        characters = request.text.count
        priority = request.priority
        start = time.now
        self.time = time
    }

    /// Since the call came.
    var age: Duration { time.now - start }

    /// Waits for an engine, for the first time or again.
    func waits(resumes: Int, rolls: Int) {
        state.withLock { state in
            state.phase = resumes > state.resumes ? .resumed : .queued
            (state.resumes, state.rolls) = (resumes, rolls)
        }
    }

    func isAt(_ engine: Engine) {
        state.withLock { state in
            state.engine = engine
            if state.phase == .queued { state.phase = .prefill }
        }
    }

    func streams() { state.withLock { $0.phase = .streaming } }

    /// So many whole frames were sent to the caller.
    func sent(frames: Int) {
        let now = time.now
        state.withLock { state in
            state.frames = frames
            if frames > 0, state.firstFrame == nil { state.firstFrame = now }
        }
    }

    func ended(_ outcome: String) {
        let now = time.now
        state.withLock { state in
            state.phase = .done
            state.end = (now, outcome)
        }
    }

    /// Sound that a listener who began with the first frame has left to play, below zero once it
    /// has waited; nil before the first frame.
    var lead: Duration? {
        let now = time.now
        return state.withLock { Self.lead($0, at: $0.end?.time ?? now) }
    }

    private static func lead(_ state: State, at now: Instant) -> Duration? {
        guard let first = state.firstFrame else { return nil }
        let sound = Duration.seconds(
            Double(state.frames * Frame.samples) / Double(Frame.sampleRate))
        return sound - (now - first)
    }

    var info: SessionInfo {
        let now = time.now
        return state.withLock { state in
            let end = state.end?.time ?? now
            var info = SessionInfo()
            info.id = id
            info.phase = state.phase
            info.voice = voice
            info.characters = UInt32(clamping: characters)
            info.priority = priority
            info.server = state.engine?.endpoint.baseURL ?? ""
            info.model = state.engine?.endpoint.model ?? ""
            info.ageMicroseconds = UInt64((end - start).inSeconds * 1e6)
            info.frames = UInt32(clamping: state.frames)
            let lead = Self.lead(state, at: end) ?? .zero
            info.leadMilliseconds = Int32(clamping: Int64(lead.inSeconds * 1000))
            info.resumes = UInt32(clamping: state.resumes)
            info.rolls = UInt32(clamping: state.rolls)
            info.outcome = state.end?.outcome ?? ""
            return info
        }
    }
}
