/// A server with an OpenAI-compatible `/v1/completions`, and the model to ask it for.
public struct CompletionsEndpoint: Hashable, Sendable, CustomStringConvertible {
    /// Scheme, host, port and path prefix, without `/v1`.
    public let baseURL: String
    public let model: String
    /// Sent as a bearer token; never printed.
    public let apiKey: String?

    /// - Parameters:
    ///   - baseURL: such as `http://vllm:8000`; a trailing slash, `/v1` or `/v1/completions` is fine.
    ///   - apiKey: white space around it, as files have it, is taken off.
    /// - Throws: ``InvalidEndpoint``.
    public init(baseURL: String, model: String, apiKey: String? = nil) throws(InvalidEndpoint) {
        var base = baseURL[...]
        for tail in ["/completions", "/v1", ""] {
            while base.last == "/" { base = base.dropLast() }
            if base.hasSuffix(tail) { base = base.dropLast(tail.count) }
        }
        let parts = base.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, ["http", "https"].contains(parts[0].lowercased()),
            let first = parts[1].first, !":/?#".contains(first),
            base.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !base.contains(where: { "?#".contains($0) })
        else {
            throw InvalidEndpoint("'\(baseURL)' is no base URL such as http://127.0.0.1:8000")
        }
        guard !model.isEmpty else {
            throw InvalidEndpoint("the endpoint \(base) has no model name")
        }
        let key = apiKey.map(Self.trimmed)
        guard key?.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) ?? true else {
            throw InvalidEndpoint("the API key for \(base) holds spaces or control characters")
        }
        self.baseURL = String(base)
        self.model = model
        self.apiKey = key.flatMap { $0.isEmpty ? nil : $0 }
    }

    public var completionsURL: String { baseURL + "/v1/completions" }

    public var description: String { "\(model) at \(baseURL)" }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// Why no endpoint can be made of what was given.
public struct InvalidEndpoint: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
