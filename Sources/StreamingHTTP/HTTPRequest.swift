/// What to ask of a server, and how long to wait for it.
public struct HTTPRequest: Sendable {
    public var method: String
    /// Absolute, `http:` or `https:`.
    public var url: String
    public var headers: HTTPHeaders
    /// Sent with a `Content-Length`; nil sends none.
    public var body: [UInt8]?
    public var timeouts: HTTPTimeouts
    /// Bytes of the body held for a consumer that does not take them; then the server waits.
    public var bufferLimit: Int
    public var proxy: HTTPProxy
    /// A file of certificates in PEM form to trust instead of the system's; nil for those.
    public var authorities: String?

    public init(
        method: String = "GET", url: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
        timeouts: HTTPTimeouts = HTTPTimeouts(), bufferLimit: Int = 64 << 10,
        proxy: HTTPProxy = .none, authorities: String? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeouts = timeouts
        self.bufferLimit = bufferLimit
        self.proxy = proxy
        self.authorities = authorities
    }

    /// Scheme, host and port, as messages name them: no path, no password.
    public var origin: String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] }
        return String(url[..<scheme.upperBound] + (host ?? authority))
    }

    /// - Throws: ``HTTPFailure`` of kind `invalidRequest` for what must not reach the wire.
    func validate() throws(HTTPFailure) {
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", url.contains("://") else {
            throw HTTPFailure(.invalidRequest, "'\(url)' is no http or https URL")
        }
        guard !method.isEmpty, method.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw HTTPFailure(.invalidRequest, "'\(method)' is no HTTP method")
        }
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw HTTPFailure(
                .invalidRequest, "the URL of \(origin) holds spaces or raw characters")
        }
        for field in headers.fields {
            let name = field.name.utf8
            guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }) else {
                throw HTTPFailure(.invalidRequest, "'\(field.name)' is no name of a header field")
            }
            // A line break in a value would begin a header of somebody else's making.
            guard field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw HTTPFailure(
                    .invalidRequest, "the value of header \(field.name) holds control characters")
            }
        }
    }
}

/// By which way a server is reached.
public enum HTTPProxy: Sendable, Hashable {
    /// As it is named.
    case none
    /// As `http_proxy`, `https_proxy`, `ALL_PROXY` and `NO_PROXY` say, in the way of libcurl.
    case environment
}

/// How long a transfer may take to get on; nil waits for ever. There is no limit for the whole.
public struct HTTPTimeouts: Sendable, Hashable {
    /// To resolve the name, connect, and agree on TLS.
    public var connect: Duration
    /// From the start to the end of the response's head.
    public var head: Duration?
    /// Between two reads of the body, while nobody holds it back. Every byte counts, so a consumer
    /// that wants progress rather than bytes has to keep a clock of its own.
    public var idle: Duration?

    public init(connect: Duration = .seconds(5), head: Duration? = nil, idle: Duration? = nil) {
        self.connect = connect
        self.head = head
        self.idle = idle
    }
}
