import StreamingHTTP

/// Looks at a completions server from outside: is it there, how busy is it, how long may a stream be.
struct EngineProbe: Sendable {
    /// A scrape of vLLM is 55 KB.
    private static let limit = 4 << 20

    let http: HTTPEngine
    let endpoint: CompletionsEndpoint

    /// GET /health. Servers that know no such path are taken for ready when they answer at all.
    func health() async -> EngineState.Health {
        do throws(HTTPFailure) {
            let response = try await http.send(request("/health", timeout: .seconds(2)))
            response.body.drain()
            return response.status < 500
                ? .ready : .unready("\(endpoint.baseURL)/health answers \(response.status)")
        } catch {
            return .unready(error.description)
        }
    }

    /// GET /metrics; nil where there are none of vLLM's.
    func load() async -> EngineLoad? {
        guard let body = await body("/metrics") else { return nil }
        return EngineLoad(metrics: body, model: endpoint.model)
    }

    /// What `/v1/models` says of `max_model_len`, of this model or of the only one.
    func contextLimit() async -> Int? {
        guard let body = await body("/v1/models") else { return nil }
        return ModelList(body)?.contextLimit(of: endpoint.model)
    }

    private func body(_ path: String) async -> [UInt8]? {
        guard let response = try? await http.send(request(path, timeout: .seconds(5))),
            response.status == 200
        else { return nil }
        return try? await response.body.collect(limit: Self.limit)
    }

    private func request(_ path: String, timeout: Duration) -> HTTPRequest {
        var headers: HTTPHeaders = [:]
        if let key = endpoint.apiKey { headers.append("Authorization", "Bearer \(key)") }
        return HTTPRequest(
            url: endpoint.baseURL + path, headers: headers,
            timeouts: HTTPTimeouts(connect: timeout, head: timeout, idle: timeout))
    }
}

/// An answer of `/v1/models`.
private struct ModelList {
    private var limits: [String: Int] = [:]

    init?(_ body: [UInt8]) {
        var reader = JSONReader(body)
        var limits: [String: Int] = [:]
        do throws(JSONReader.Fault) {
            try reader.readObject { (reader, name) throws(JSONReader.Fault) in
                guard name == "data" else { return _ = try reader.skipValue() }
                try reader.readArray { (reader) throws(JSONReader.Fault) in
                    var id = ""
                    var limit: Int?
                    try reader.readObject { (reader, name) throws(JSONReader.Fault) in
                        switch name {
                        case "id": id = try reader.readString()
                        case "max_model_len" where !reader.takeNull(): limit = try reader.readInt()
                        case "max_model_len": break
                        default: try reader.skipValue()
                        }
                    }
                    if let limit, limit > 0 { limits[id] = limit }
                }
            }
        } catch {
            return nil
        }
        self.limits = limits
    }

    func contextLimit(of model: String) -> Int? {
        limits[model] ?? (limits.count == 1 ? limits.first?.value : nil)
    }
}
