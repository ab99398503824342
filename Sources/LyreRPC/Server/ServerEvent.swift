/// What a server tells of its door, for logs and metrics.
public enum ServerEvent: Sendable, Hashable {
    case sessionBegan(Caller)
    case sessionEnded(Caller)
    /// Something was refused; the caller where it is known.
    case refused(ServerRefusal, Caller?)
    /// A frame of this caller never came, and its calls have ended with DATA_LOSS.
    case lost(Caller)
}
