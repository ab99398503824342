/// Whether calls may go to the engine, and if not, why.
public enum EngineCondition: Hashable, Sendable {
    case ready
    /// A sentence without its full stop.
    case unready(String)
}

/// Why the engine is given up. One sentence.
public struct EngineFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    package init(_ description: String) { self.description = description }
}
