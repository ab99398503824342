import LyreRPC
import Synchronization

/// A stream's place at an engine, until it is given back; at the latest when it is let go.
package final class EngineLease: Sendable {
    package let engine: Engine
    private let directory: EngineDirectory
    private let isHeld = Atomic(true)

    init(_ engine: Engine, directory: EngineDirectory) {
        self.engine = engine
        self.directory = directory
    }

    deinit { give(.neutral) }

    /// Only the first outcome counts.
    package func give(_ outcome: EngineState.Outcome) {
        guard isHeld.exchange(false, ordering: .relaxed) else { return }
        directory.give(engine, outcome)
    }
}
