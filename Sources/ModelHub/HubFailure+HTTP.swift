import StreamingHTTP

extension HubFailure {
    /// A transfer that failed.
    init(_ failure: HTTPFailure) {
        let kind: Kind =
            switch failure.kind {
            case .couldNotResolve, .connectionRefused, .couldNotConnect: .unreachable
            case .connectTimedOut, .headTimedOut, .idleTimedOut, .connectionLost: .connectionLost
            case .tls, .badRedirect: .untrusted
            case .cancelled, .engineStopped: .cancelled
            case .invalidRequest: .invalidName
            case .notHTTP, .headTooLarge, .other: .badAnswer
            }
        self.init(kind, failure.description)
    }

    /// An answer that is no success.
    ///
    /// The hub says in `X-Error-Code` what a status alone leaves open. To who has no token it says
    /// 401 for private repositories and for those that do not exist alike.
    init(_ trail: HTTPTrail, asked: HubQuestion) {
        let (status, headers) = (trail.response.status, trail.response.headers)
        let (origin, repository) = (trail.origin, asked.repository)
        let code = headers["X-Error-Code"]
        switch status {
        case 401 where code == "GatedRepo", 403 where code == "GatedRepo":
            self.init(
                .notAllowed,
                "\(repository) is gated: accept its terms on \(asked.origin)/\(repository), and "
                    + (asked.hasToken ? "use a token of that account" : "set HF_TOKEN to a token"))
        case 401 where !asked.hasToken:
            self.init(
                .notAllowed,
                "\(origin) has no public repository \(repository); if it is private, set HF_TOKEN")
        case 401 where code != "RepoNotFound":
            self.init(.notAllowed, "\(origin) does not accept the token; HF_TOKEN sets another")
        case 403 where trail.origin != asked.origin:
            // The link to a store of files is signed for some minutes; the next one is new.
            self.init(.busy, "\(origin) does not accept the link to \(asked.subject)")
        case 403:
            let reason = asked.hasToken ? "the token does not allow" : "without a token it refuses"
            self.init(.notAllowed, "\(origin) refuses \(asked.subject): \(reason) to read it")
        case 404 where code == "RevisionNotFound":
            self.init(.notFound, "\(repository) has no revision '\(asked.revision)'")
        case 404 where asked.file != nil && code != "RepoNotFound":
            self.init(.notFound, "\(repository) has no \(asked.subject)")
        case 401, 404:
            self.init(
                .notFound,
                "\(origin) has no repository \(repository) with a revision '\(asked.revision)'")
        case 429:
            self.init(
                .busy, "\(origin) answers 429: too many requests",
                retryAfter: Self.pause(headers["Retry-After"]))
        case 408, 500...599:
            self.init(
                .busy, "\(origin) answers \(status): it is out of order for now",
                retryAfter: Self.pause(headers["Retry-After"]))
        default:
            self.init(.badAnswer, "\(origin) answers \(status) when asked for \(asked.subject)")
        }
    }

    /// The seconds of a `Retry-After`. A date is passed over, and the usual pause is made.
    private static func pause(_ value: String?) -> Duration? {
        value.flatMap { Int($0) }.flatMap { (0...86_400).contains($0) ? .seconds($0) : nil }
    }
}

/// What was asked for, as messages name it.
struct HubQuestion {
    let origin: String
    let repository: HubRepository
    let revision: HubRevision
    /// Nil where the repository as such is asked for.
    let file: HubFileName?
    let hasToken: Bool

    var subject: String { file.map { "file '\($0)'" } ?? "\(repository)" }
}
