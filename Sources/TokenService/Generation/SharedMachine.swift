import StreamingHTTP
import Synchronization

/// The state machine of a session, where bytes reach it on the HTTP engine's thread while its reader
/// waits, so that only what a listener gets wakes the reader.
final class SharedMachine: Sendable {
    typealias Reaction = GenerationStateMachine.Reaction

    private struct State {
        var machine: GenerationStateMachine
        var hasToken = false
        /// What bytes led to, for the reader.
        var reaction: Reaction?
    }

    private let state: Mutex<State>

    init(_ machine: GenerationStateMachine) { state = Mutex(State(machine: machine)) }

    func react(_ body: (inout GenerationStateMachine) -> Reaction) -> Reaction {
        state.withLock { body(&$0.machine) }
    }

    /// Takes bytes, and tells the watch of progress.
    /// - Returns: Found, when they led to what the session's reader has to know: the first token,
    ///   codes, an outcome. ``takeReaction()`` has it.
    func read(_ bytes: [UInt8], _ watch: StallWatch?) -> HTTPBody.Finding {
        let (isNews, hasProgressed, next) = state.withLock { state in
            let reaction = state.machine.received(bytes)
            let isFirst = reaction.hasProgressed && !state.hasToken
            let isNews = isFirst || !reaction.codes.isEmpty || reaction.outcome != nil
            if isFirst { state.hasToken = true }
            if isNews { state.reaction = reaction }
            return (isNews, reaction.hasProgressed, isNews ? 0 : state.machine.bytesUntilNews)
        }
        if isNews { return .found }
        if hasProgressed { watch?.progress() }
        return .nothing(until: next)
    }

    func takeReaction() -> Reaction {
        state.withLock { state in
            defer { state.reaction = nil }
            return state.reaction ?? Reaction()
        }
    }
}
