/// The end of a call as it travels on the wire; exactly one a call.
public struct Status: Hashable, Sendable {
    public var code: StatusCode
    /// One sentence for a person.
    public var message: String
    /// A word for programs, such as `queue_full`.
    public var reason: String
    /// The call had no effect, so it may be sent again elsewhere.
    public var neverStarted: Bool
    /// When trying again makes sense, in milliseconds; 0 when the server does not say.
    public var retryAfterMilliseconds: UInt32

    public init(
        _ code: StatusCode, _ message: String = "", reason: String = "",
        neverStarted: Bool = false, retryAfterMilliseconds: UInt32 = 0
    ) {
        self.code = code
        self.message = message
        self.reason = reason
        self.neverStarted = neverStarted
        self.retryAfterMilliseconds = retryAfterMilliseconds
    }

    public static let ok = Status(.ok)
}
