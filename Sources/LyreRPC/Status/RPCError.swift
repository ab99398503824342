/// A call that did not end with OK.
public struct RPCError: Error, Hashable, Sendable, CustomStringConvertible {
    public var status: Status

    public init(_ status: Status) { self.status = status }

    public init(
        _ code: StatusCode, _ message: String, reason: String = "", neverStarted: Bool = false,
        retryAfterMilliseconds: UInt32 = 0
    ) {
        status = Status(
            code, message, reason: reason, neverStarted: neverStarted,
            retryAfterMilliseconds: retryAfterMilliseconds)
    }

    public var code: StatusCode { status.code }
    public var description: String {
        status.message.isEmpty ? status.code.name : "\(status.code.name): \(status.message)"
    }

    /// What a caller is told of an error that a handler threw.
    static func reporting(_ error: any Error) -> RPCError {
        switch error {
        case let error as RPCError: error
        case is CancellationError: RPCError(.cancelled, "the call was cancelled")
        default: RPCError(.internal, "\(error)")
        }
    }
}
