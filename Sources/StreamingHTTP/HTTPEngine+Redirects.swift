extension HTTPEngine {
    /// Sends a GET or HEAD request and goes where redirects lead.
    ///
    /// `Authorization` and `Cookie` stay with the server they were meant for: they are not sent to
    /// another scheme, host or port, nor to anything after that.
    ///
    /// - Parameter limit: Redirects that are followed.
    /// - Throws: ``HTTPFailure``; of kind `badRedirect` after too many of them, and for one that
    ///   leads nowhere or from https to http.
    public func follow(
        _ request: HTTPRequest, limit: Int = 5, isolation: isolated (any Actor)? = #isolation
    ) async throws(HTTPFailure) -> HTTPTrail {
        var request = request
        var hops: [HTTPHop] = []
        while true {
            let response = try await send(request)
            guard [301, 302, 303, 307, 308].contains(response.status),
                ["GET", "HEAD"].contains(request.method),
                let target = response.headers["Location"]
            else { return HTTPTrail(hops: hops, origin: request.origin, response: response) }
            // Whatever it says besides, the connection serves the next request.
            response.body.drain()
            guard hops.count < limit else {
                throw HTTPFailure(
                    .badRedirect, "\(request.origin) redirects more than \(limit) times")
            }
            hops.append(HTTPHop(status: response.status, headers: response.headers))
            request = try request.redirected(to: target)
        }
    }
}

/// The answer to a request, and the redirects on the way to it.
public struct HTTPTrail: Sendable {
    /// The redirects in order; none for an answer at first hand.
    public let hops: [HTTPHop]
    /// The server that answered in the end, as messages name it.
    public let origin: String
    public let response: HTTPResponse

    /// The first value of a header field on the way, the redirects' before the answer's.
    public func header(_ name: String) -> String? {
        for hop in hops {
            if let value = hop.headers[name] { return value }
        }
        return response.headers[name]
    }
}

/// A redirect that was followed.
public struct HTTPHop: Sendable {
    public let status: Int
    public let headers: HTTPHeaders
}

extension HTTPRequest {
    /// The request that follows a redirect.
    package func redirected(to target: String) throws(HTTPFailure) -> HTTPRequest {
        guard let here = HTTPLocation(url), let there = HTTPLocation(target, relativeTo: here)
        else {
            throw HTTPFailure(.badRedirect, "\(origin) redirects to what is no http or https URL")
        }
        guard here.scheme == there.scheme || there.scheme == "https" else {
            throw HTTPFailure(.badRedirect, "\(origin) redirects from https to plain http")
        }
        var next = self
        next.url = there.url
        if here.origin != there.origin {
            next.headers.remove("Authorization")
            next.headers.remove("Cookie")
        }
        return next
    }
}
