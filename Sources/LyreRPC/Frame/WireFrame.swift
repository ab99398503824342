/// One message of the wire: a header and, with most kinds, a payload.
///
/// The serialized forms are `lyre.rpc.v1.Frame`, see proto/README.md.
public struct WireFrame: Hashable, Sendable {
    /// Chosen at random by the server; 0 for a client without a handshake.
    public var session: UInt64
    /// A call; 0 speaks of the session as a whole.
    public var stream: UInt32
    /// Counts the frames of a session in one direction, from 1; 0 in session 0.
    public var sequence: UInt64
    public var body: Body
    /// One serialized message, or nil where there is none.
    public var payload: [UInt8]?

    public init(
        session: UInt64 = 0, stream: UInt32 = 0, sequence: UInt64 = 0, _ body: Body,
        payload: [UInt8]? = nil
    ) {
        self.session = session
        self.stream = stream
        self.sequence = sequence
        self.body = body
        self.payload = payload
    }

    public enum Body: Hashable, Sendable {
        case hello(Hello)
        case welcome(Welcome)
        case open(Open)
        case data(end: Bool)
        case status(Status)
        case cancel
        case credit(bytes: UInt32)
        case ping(nonce: UInt64)
        case pong(nonce: UInt64)
        case goAway(lastStream: UInt32, reason: String)
        case load(Load)
        case reset(reason: String)
    }
}

/// The first frame of a client.
public struct Hello: Hashable, Sendable {
    public var versions: ClosedRange<UInt32>
    /// The service wanted; empty for any.
    public var service: String
    public var schema: UInt64
    /// Who asks, for the server's log.
    public var client: String
    /// What the server may send.
    public var windows: Windows

    public init(
        versions: ClosedRange<UInt32> = WireRules.versions, service: String, schema: UInt64,
        client: String, windows: Windows = .standard
    ) {
        self.versions = versions
        self.service = service
        self.schema = schema
        self.client = client
        self.windows = windows
    }
}

/// The server's answer to HELLO; its header holds the session.
public struct Welcome: Hashable, Sendable {
    public var version: UInt32
    public var instance: String
    public var schema: UInt64
    /// What the client may send.
    public var windows: Windows

    public init(version: UInt32, instance: String, schema: UInt64, windows: Windows) {
        self.version = version
        self.instance = instance
        self.schema = schema
        self.windows = windows
    }
}

/// The beginning of a call; its payload is the first message, if there is one yet.
public struct Open: Hashable, Sendable {
    /// `Service/Method`.
    public var method: String
    /// What is left of the deadline; 0 for none.
    public var timeoutMilliseconds: UInt32
    /// W3C trace context; empty for none.
    public var traceparent: String
    /// No further messages will come.
    public var end: Bool

    public init(method: String, timeoutMilliseconds: UInt32 = 0, traceparent: String = "", end: Bool) {
        self.method = method
        self.timeoutMilliseconds = timeoutMilliseconds
        self.traceparent = traceparent
        self.end = end
    }
}

/// How busy a server is.
public struct Load: Hashable, Sendable {
    public var active: UInt32
    /// Calls there is room for; 0 when not bounded.
    public var capacity: UInt32
    /// What waits inside of the service, such as streams that wait for an engine.
    public var queued: UInt32
    public var draining: Bool
    /// Sound that the listener has left to play who has the least, below 0 once it has waited; nil
    /// where nobody listens.
    public var worstLeadMilliseconds: Int32?

    public init(
        active: UInt32 = 0, capacity: UInt32 = 0, queued: UInt32 = 0, draining: Bool = false,
        worstLeadMilliseconds: Int32? = nil
    ) {
        self.active = active
        self.capacity = capacity
        self.queued = queued
        self.draining = draining
        self.worstLeadMilliseconds = worstLeadMilliseconds
    }
}
