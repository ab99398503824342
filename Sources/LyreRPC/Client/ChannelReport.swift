/// A channel's servers and counts, as they are now.
public struct ChannelReport: Sendable {
    public let service: String
    /// Sorted by address.
    public let endpoints: [EndpointReport]
    /// All since the channel was made.
    public let counts: Counts
    /// Why the resolver could not be asked last time; the endpoints are those it named before.
    public let resolution: RPCError?

    public struct Counts: Hashable, Sendable {
        /// Calls, without their retries.
        public internal(set) var calls = 0
        /// Calls that were repeated, by the channel or by its callers.
        public internal(set) var retries = 0
        /// Calls that were not, because the budget was empty.
        public internal(set) var refusedRetries = 0
        public internal(set) var ejections = 0
    }
}

/// One server of a channel.
public struct EndpointReport: Sendable {
    public enum State: Hashable, Sendable {
        /// The first connection is being made, or another one after the last was lost.
        case connecting
        case ready
        /// It was tried and cannot be used.
        case unreachable(RPCError)
        /// It is called only where there is no other, for so long; with its last failure.
        case ejected(Duration, RPCError)
    }

    public let endpoint: Endpoint
    public let state: State
    /// The share of its calls that it gets while it is new, 0.1 to 1.
    public let share: Double
    /// Its last report.
    public let load: Load
    /// Calls of this channel at work there.
    public let calls: Int
}
