import Foundation

/// The dashboard's JSON, as far as tests look at it.
public struct Dashboard: Decodable, Sendable {
    public struct Panel: Decodable, Sendable {
        public struct Place: Decodable, Sendable {
            public let x: Int
            public let y: Int
            public let w: Int
            public let h: Int
        }
        public struct Target: Decodable, Sendable {
            public let refId: String
            public let expr: String
        }

        public let id: Int
        public let type: String
        public let title: String
        public let gridPos: Place
        public let targets: [Target]?
    }

    public let panels: [Panel]

    public static func read() throws -> Dashboard {
        try JSONDecoder().decode(
            Dashboard.self, from: Data(MonitoringFiles.text("grafana/dashboards/lyre.json").utf8))
    }

    /// All queries, as a browser would send them where everything is chosen.
    /// - Parameter interval: Of rates, such as `20s`: four scrapes, in Grafana.
    public func queries(over interval: String) -> [String] {
        panels.flatMap { $0.targets ?? [] }.map {
            $0.expr.replacing("$job", with: ".*").replacing("$instance", with: ".*")
                .replacing("$__rate_interval", with: interval)
        }
    }
}
