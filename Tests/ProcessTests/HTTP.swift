import StreamingHTTP

/// The least of an HTTP client.
enum HTTP {
    struct Reply: Sendable {
        let status: Int
        let text: String

        /// A Prometheus metric, the sum over all labels; 0 when there is none.
        func metric(_ name: String) -> Double {
            text.split(separator: "\n").reduce(0) { sum, line in
                guard line.hasPrefix(name), let end = line.dropFirst(name.count).first,
                    end == " " || end == "{", let value = line.split(separator: " ").last
                else { return sum }
                return sum + (Double(value) ?? 0)
            }
        }
    }

    private static let engine = HTTPEngine()

    static func get(_ url: String) async throws -> Reply {
        let response = try await engine.send(HTTPRequest(url: url))
        let body = try await response.body.collect(limit: 4 << 20)
        return Reply(status: response.status, text: String(decoding: body, as: UTF8.self))
    }
}
