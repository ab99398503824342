import StreamingHTTP

/// Asks a hub for repositories and files.
public struct HubClient: Sendable {
    private let engine: HTTPEngine
    public let endpoint: HubEndpoint
    private let token: HubToken?
    private let proxy: HTTPProxy
    private let authorities: String?
    private let timeouts: HTTPTimeouts

    /// How long a hub may take; there is no limit for a whole file.
    public static let timeouts = HTTPTimeouts(
        connect: .seconds(10), head: .seconds(30), idle: .seconds(30))

    /// - Parameters:
    ///   - token: Sent to the endpoint alone, to no server that it redirects to.
    ///   - authorities: A file of certificates to trust instead of the system's.
    public init(
        endpoint: HubEndpoint = .hub, token: HubToken? = nil, proxy: HTTPProxy = .environment,
        authorities: String? = nil, timeouts: HTTPTimeouts = Self.timeouts,
        engine: HTTPEngine = HTTPEngine()
    ) {
        self.engine = engine
        self.endpoint = endpoint
        self.token = token
        self.proxy = proxy
        self.authorities = authorities
        self.timeouts = timeouts
    }

    /// Asks which commit a revision is, and for its files.
    func snapshot(
        of repository: HubRepository, at revision: HubRevision
    ) async throws(HubFailure) -> HubSnapshot {
        let asked = question(repository, revision)
        let trail = try await ask(endpoint.snapshot(repository, revision), [:])
        guard trail.response.status == 200 else { throw HubFailure(trail, asked: asked) }
        let json: [UInt8]
        do { json = try await trail.response.body.collect(limit: 16 << 20) } catch {
            throw HubFailure(error)
        }
        return try HubSnapshot(json, of: repository, from: trail.origin)
    }

    /// Asks for a file, or for what is missing of it.
    ///
    /// - Parameters:
    ///   - start: The first byte that is wanted.
    ///   - etag: What the server that had the bytes before calls this version of them.
    /// - Returns: nil when the server has nothing from there on.
    func open(
        _ file: HubFile, of snapshot: HubSnapshot, from start: Int, etag: String?
    ) async throws(HubFailure) -> HubAnswer? {
        var headers: HTTPHeaders = [:]
        if start > 0 {
            headers.append("Range", "bytes=\(start)-")
            if let etag { headers.append("If-Range", etag) }
        }
        let url = endpoint.file(file.name, of: snapshot.repository, at: snapshot.commit)
        let trail = try await ask(url, headers)
        switch trail.response.status {
        case 200: return try HubAnswer(trail, file: file)
        case 206 where start > 0: return try HubAnswer(trail, file: file)
        case 416 where start > 0: return nil
        default:
            let revision = try HubRevision(snapshot.commit)
            throw HubFailure(trail, asked: question(snapshot.repository, revision, file.name))
        }
    }

    private func ask(_ url: String, _ more: HTTPHeaders) async throws(HubFailure) -> HTTPTrail {
        var request = HTTPRequest(
            url: url, headers: ["User-Agent": "lyre", "Accept-Encoding": "identity"],
            timeouts: timeouts, bufferLimit: 1 << 20, proxy: proxy, authorities: authorities)
        if let token { request.headers.append("Authorization", token.authorization) }
        for field in more.fields { request.headers.append(field.name, field.value) }
        do { return try await engine.follow(request) } catch { throw HubFailure(error) }
    }

    private func question(
        _ repository: HubRepository, _ revision: HubRevision, _ file: HubFileName? = nil
    ) -> HubQuestion {
        HubQuestion(
            origin: endpoint.origin, repository: repository, revision: revision, file: file,
            hasToken: token != nil)
    }
}
