import Foundation
import TestSupport
import Testing

/// A real Prometheus with the configuration of deploy/monitoring, which scrapes, and evaluates its
/// rules, every second.
struct Prometheus: Sendable {
    /// A rule as it has loaded it.
    struct LoadedRule: Sendable {
        let name: String
        let query: String
        let isAlert: Bool
        let labels: [String: String]
        /// ok once it was evaluated without an error.
        let health: String
        let error: String
    }

    /// nil where somebody else has started it.
    private let child: Child?
    private let url: String
    private let started = Date().timeIntervalSince1970

    /// - Parameter targets: The ports to scrape in the place of the names that are looked up.
    static func start(_ targets: [String: Int], in scratch: Scratch) async throws -> Prometheus {
        var text = try MonitoringFiles.text("prometheus.yml")
            .replacing(#/_interval: \d+s\n/#, with: "_interval: 1s\n")
            .replacing("dns_sd_configs", with: "static_configs")
            .replacing("rules/", with: MonitoringFiles.folder.path + "/rules/")
        for (name, port) in targets {
            let pattern = try Regex("\\{names: \\[\(name)\\],[^}]*\\}")
            try #require(text.contains(pattern), "prometheus.yml does not scrape \(name)")
            text.replace(pattern, with: "{targets: ['127.0.0.1:\(port)']}")
        }
        try #require(!text.contains("names:"), "prometheus.yml scrapes what is not here")
        let file = try scratch.write("prometheus.yml", Data(text.utf8))
        let child = try await Child(
            Programs.url(try #require(Tool.path("prometheus"))),
            [
                "--config.file", file, "--storage.tsdb.path", scratch.path("prometheus"),
                "--web.listen-address", "127.0.0.1:0",
            ])
        guard let line = await child.errors.line(containing: "msg=\"Listening on\""),
            let address = line.firstMatch(of: /address=(\S+)/)?.1
        else { throw StartFailed(name: "prometheus", errors: await child.errors.all()) }
        return Prometheus(child: child, url: "http://\(address)")
    }

    init(child: Child? = nil, url: String) { (self.child, self.url) = (child, url) }

    func stop() async {
        child?.signal(SIGTERM)
        await child?.waitUntilExit()
    }

    /// Has a farm used again and again until all queries are answered; those that are not.
    ///
    /// Rates need two scrapes, and gauges of speech a scrape while somebody speaks.
    func unanswered(
        _ queries: [String], rounds: Int, use: () async throws -> Void
    ) async throws -> Set<String> {
        var waiting = Set(queries)
        for _ in 0..<rounds where !waiting.isEmpty {
            try await use()
            for query in waiting {
                let values = try await values(query)
                if !values.isEmpty { waiting.remove(query) }
            }
        }
        return waiting
    }

    /// What a query has given since the start, of all its series, second by second: numbers only.
    /// - Throws: With its words, where Prometheus does not understand it.
    func values(_ query: String) async throws -> [Double] {
        let text = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let end = Date().timeIntervalSince1970
        let reply = try await ask(
            "query_range?query=\(text)&start=\(started)&end=\(end)&step=1", about: query)
        let result = reply["result"] as? [[String: Any]] ?? []
        return result.flatMap { $0["values"] as? [[Any]] ?? [] }
            .compactMap { ($0.last as? String).flatMap(Double.init) }.filter(\.isFinite)
    }

    func rules() async throws -> [LoadedRule] {
        let reply = try await ask("rules", about: "its rules")
        let groups = reply["groups"] as? [[String: Any]] ?? []
        return groups.flatMap { $0["rules"] as? [[String: Any]] ?? [] }.map { rule in
            LoadedRule(
                name: rule["name"] as? String ?? "", query: rule["query"] as? String ?? "",
                isAlert: rule["type"] as? String == "alerting",
                labels: rule["labels"] as? [String: String] ?? [:],
                health: rule["health"] as? String ?? "", error: rule["lastError"] as? String ?? "")
        }
    }

    private func ask(_ path: String, about what: String) async throws -> [String: Any] {
        let reply = try await HTTP.get("\(url)/api/v1/\(path)")
        let object =
            try JSONSerialization.jsonObject(with: Data(reply.text.utf8)) as? [String: Any]
        let data = object?["data"] as? [String: Any]
        return try #require(data, "\(what): \(reply.text)")
    }
}
