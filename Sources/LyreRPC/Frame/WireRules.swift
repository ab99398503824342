/// Numbers that both ends of the wire agree on.
public enum WireRules {
    public static let versions: ClosedRange<UInt32> = 1...1
    public static let maximumHeader = 4 << 10
    public static let maximumPayload = 1 << 20
    /// What a frame costs beyond its payload, so that empty messages are bounded too.
    public static let frameCost = 64
    public static let pingInterval = Duration.seconds(2)
    public static let deadAfter = Duration.seconds(6)
    public static let handshakeTimeout = Duration.seconds(5)
    public static let loadInterval = Duration.milliseconds(500)
    /// Sessions of one caller with one server that may be open at once.
    public static let maximumSessions = 1024
    /// Streams of a session that may be open at once.
    public static let maximumStreams = 4096
    /// The same for a client without a handshake, whom no window of the connection bounds.
    public static let maximumImplicitStreams = 64
    /// Bytes of unary replies, which need no credit, that may wait for a client beyond its window.
    public static let maximumDebt = 16 << 20
    /// The number of a session's last stream; behind it a client needs a new session.
    public static let lastStream: UInt32 = 1 << 31
}

/// Bytes that a peer may send before it needs credit.
///
/// A sender may send while its balance is positive, so at most one message more than the window is
/// ever in flight.
public struct Windows: Hashable, Sendable {
    public var stream: UInt32
    public var connection: UInt32

    public init(stream: UInt32, connection: UInt32) {
        self.stream = stream
        self.connection = connection
    }

    /// Wide enough that a short call needs no credit.
    public static let standard = Windows(stream: 256 << 10, connection: 4 << 20)
    /// A server would have to keep as much for a client that does not read, so it refuses more.
    public static let largest = Windows(stream: 16 << 20, connection: 64 << 20)

    var isAllowed: Bool {
        stream <= Self.largest.stream && connection <= Self.largest.connection
    }
}
