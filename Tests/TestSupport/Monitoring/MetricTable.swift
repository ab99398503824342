/// The tables of metrics in deploy/monitoring/README.md.
public struct MetricTable: Sendable {
    public struct Metric: Hashable, Sendable, CustomStringConvertible {
        public let name: String
        /// counter, gauge or histogram.
        public let kind: String

        public init(name: String, kind: String) { (self.name, self.kind) = (name, kind) }

        public var description: String { "\(name) \(kind)" }
    }

    /// By the heading they stand under: `Every service`, `lyre-text`.
    private let sections: [String: Set<Metric>]

    public init() throws {
        var sections: [String: Set<Metric>] = [:]
        var heading = ""
        for line in try MonitoringFiles.text("README.md").split(separator: "\n") {
            if line.hasPrefix("#") {
                heading = String(line.drop { $0 == "#" }.dropFirst())
            } else if let row = line.prefixMatch(
                of: #/\| `([a-z_]+)` \| (counter|gauge|histogram) \|/#)
            {
                let metric = Metric(name: String(row.1), kind: String(row.2))
                sections[heading, default: []].insert(metric)
            }
        }
        self.sections = sections
    }

    /// What stands under some headings.
    public func metrics(under headings: String...) -> Set<Metric> {
        headings.reduce(into: []) { $0.formUnion(sections[$1] ?? []) }
    }

    /// What queries may name: a histogram's series have three names.
    public var names: Set<String> {
        var names: Set<String> = []
        for metric in sections.values.joined() {
            if metric.kind == "histogram" {
                names.formUnion(["_bucket", "_sum", "_count"].map { metric.name + $0 })
            } else {
                names.insert(metric.name)
            }
        }
        return names
    }

    /// The `# TYPE` lines of what a service answers at `/metrics`.
    public static func types(in text: String) -> Set<Metric> {
        Set(
            text.matches(of: #/# TYPE (\S+) (\S+)/#)
                .map { Metric(name: String($0.1), kind: String($0.2)) })
    }
}
