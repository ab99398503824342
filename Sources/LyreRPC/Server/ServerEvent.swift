/// What a server tells of its door, for logs and metrics.
public enum ServerEvent: Sendable, Hashable {
    case sessionBegan(Caller)
    case sessionEnded(Caller)
    /// Something was refused; the caller where it is known.
    case refused(ServerRefusal, Caller?)
}
