/// Why a model could not be fetched.
public struct HubFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// A name of a repository, revision, file or endpoint that is none. Nothing was asked.
        case invalidName
        /// No network, no such host, nobody listens.
        case unreachable
        /// No secure connection, or a redirect that must not be followed.
        case untrusted
        /// A connection that ended or fell silent; the next may do better.
        case connectionLost
        /// The server asks for patience, or is out of order for now.
        case busy
        /// The token is missing or does not suffice.
        case notAllowed
        /// No such repository, revision or file.
        case notFound
        /// Not what a hub answers.
        case badAnswer
        /// The bytes are not those the hub has.
        case checksum
        /// Longer than allowed, or than the disk has room for.
        case tooLarge
        /// The disk is full, or a file cannot be written.
        case disk
        /// Somebody else writes to the folder.
        case locked
        case cancelled
    }

    public let kind: Kind
    /// One sentence.
    public let description: String
    /// How long the server asks to wait, with kind `busy`.
    public let retryAfter: Duration?

    package init(_ kind: Kind, _ description: String, retryAfter: Duration? = nil) {
        self.kind = kind
        self.description = description
        self.retryAfter = retryAfter
    }

    static let cancelled = HubFailure(.cancelled, "the download was cancelled")
}
