/// Why a transfer came to nothing, or ended before its body was complete.
public struct HTTPFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// Refused here, nothing was sent.
        case invalidRequest
        case couldNotResolve
        /// Nobody listens at the address.
        case connectionRefused
        /// No route, network down, and the like.
        case couldNotConnect
        case connectTimedOut
        /// Certificates or the handshake.
        case tls
        case headTimedOut
        case idleTimedOut
        /// The connection ended before the response was complete.
        case connectionLost
        /// What answers does not speak HTTP/1.x.
        case notHTTP
        case headTooLarge
        /// Too many redirects, or one that must not be followed.
        case badRedirect
        /// The consumer, or its task, wanted no more.
        case cancelled
        /// The engine was shut down.
        case engineStopped
        /// Anything else libcurl reports.
        case other
    }

    public let kind: Kind
    /// One sentence that names the server.
    public let description: String

    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    static let cancelled = HTTPFailure(.cancelled, "the transfer was cancelled")
    static let engineStopped = HTTPFailure(.engineStopped, "the HTTP engine was shut down")
}
