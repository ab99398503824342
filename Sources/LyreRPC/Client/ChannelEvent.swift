/// What a channel does that logs and metrics are to tell of.
public enum ChannelEvent: Sendable {
    /// An endpoint gets no calls for a while, because they fail there; with the last failure.
    case ejected(Endpoint, time: Duration, RPCError)
    /// A frame of a server never came, and the calls there have ended with DATA_LOSS.
    case lost(Endpoint)
    /// A call was, or is about to be, made once more.
    case retried
    /// A call was not repeated, because too many were.
    case retryRefused
    /// The resolver failed in a new way; the last endpoints that it named stay.
    case unresolved(RPCError)
}
