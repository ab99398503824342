import Synchronization

/// The state machine of a session, where bytes reach it on the HTTP engine's thread while its reader
/// waits, so that only what a listener gets wakes the reader.
final class SharedMachine: Sendable {
    private struct State {
        var machine: GenerationStateMachine
        var hasToken = false
    }

    private let state: Mutex<State>

    init(_ machine: GenerationStateMachine) { state = Mutex(State(machine: machine)) }

    func with<Value: Sendable>(
        _ body: (inout GenerationStateMachine) -> Value
    ) -> Value {
        state.withLock { body(&$0.machine) }
    }

    /// Takes bytes, and tells the watch of progress.
    /// - Returns: nil while they led to nothing that the session's reader has to know: it is woken
    ///   for the first token, for codes and for an outcome.
    func read(
        _ bytes: [UInt8], _ watch: (any StallWatching)?
    ) -> GenerationStateMachine.Reaction? {
        let (reaction, isNews) = state.withLock { state in
            let reaction = state.machine.received(bytes)
            let isFirst = reaction.hasProgressed && !state.hasToken
            if isFirst { state.hasToken = true }
            return (reaction, isFirst || !reaction.codes.isEmpty || reaction.outcome != nil)
        }
        if isNews { return reaction }
        if reaction.hasProgressed { watch?.progress() }
        return nil
    }
}
