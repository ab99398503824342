/// What a health check found. The reasons complete "the engine ...".
public enum ProbeAnswer: Hashable, Sendable {
    case healthy
    /// It does not answer, or not well, as a busy one may for a while.
    case failing(String)
    /// It certainly does not work.
    case down(String)
}
