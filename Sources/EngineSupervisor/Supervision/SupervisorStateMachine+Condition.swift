extension SupervisorStateMachine {
    /// What callers and operators are told.
    /// - Parameter line: The last thing that the program said.
    package func condition(line: String?) -> EngineCondition {
        switch state {
        case .ready: .ready
        case .waiting(_, nil): .unready("the engine is about to start")
        case .waiting(_, let reason?): .unready("\(reason); it is started again soon")
        case .starting: .unready("the engine is starting" + (line.map { ": \($0)" } ?? ""))
        case .unready(_, let reason): .unready("the engine \(reason)")
        case .ending(let ending):
            .unready(
                ending.because.map { "the engine \($0): it is started again" }
                    ?? "the engine is ending")
        case .ended(let failure): .unready(failure?.description ?? "the engine has ended")
        }
    }
}
