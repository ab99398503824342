/// What a health check found.
public enum ProbeAnswer: Hashable, Sendable {
    case healthy
    /// It does not answer, or not well; the reason completes "the engine ...".
    case failing(String)
}
