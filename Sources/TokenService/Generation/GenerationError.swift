/// Why a generation did not end well.
public struct GenerationError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// The server does not serve this model.
        case unknownModel
        /// The server, or this client, refuses the parameters or the prompt.
        case badRequest
        /// The API key is missing or wrong.
        case unauthorized
        /// The server is full; another one, or later, may do.
        case overloaded
        /// The server cannot be reached.
        case unavailable
        /// No token came for too long.
        case stalled
        /// The stream failed, or ended without what it owed.
        case broken
        /// The model ended the speech before it began: another seed may do better.
        case silent
        /// What answers is no completions server for an Orpheus model.
        case foreign
        /// The caller wanted no more.
        case cancelled
    }

    public let kind: Kind
    /// One sentence that names the server; the server's own words where it gave a reason.
    public let description: String
    /// How long an overloaded server wants to be left alone, if it said so.
    public let retryAfter: Duration?
    /// What had arrived before.
    public let progress: GenerationProgress

    public init(
        _ kind: Kind, _ description: String, retryAfter: Duration? = nil,
        progress: GenerationProgress = GenerationProgress()
    ) {
        self.kind = kind
        self.description = description
        self.retryAfter = retryAfter
        self.progress = progress
    }

    /// True when another endpoint may well go on from ``progress``; false when it would say the
    /// same, or nobody wants it to.
    public var isWorthAnotherEndpoint: Bool {
        switch kind {
        case .overloaded, .unavailable, .stalled, .broken, .silent, .foreign, .unauthorized,
            .unknownModel:
            true
        case .badRequest, .cancelled: false
        }
    }
}
