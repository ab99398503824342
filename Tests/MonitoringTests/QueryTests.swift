import TestSupport
import Testing

/// The metrics that queries name are there, and documented.
@Suite("Queries")
struct QueryTests {
    private let known: Set<String>

    init() throws {
        known = try MetricTable().names.union(Rule.all().filter { !$0.isAlert }.map(\.name))
            .union(["up", "ALERTS"])
    }

    private func unknown(in query: String) -> [String] {
        PromQL.metrics(in: query).filter { !known.contains($0) && !$0.hasPrefix("vllm:") }.sorted()
    }

    @Test("names are found in a query, among its functions and labels")
    func names() {
        let query = """
            1 - sum by (le, job) (rate(a_bucket{le="0.5",b=~"c|d"}[5m])) / on () group_left () x:y
            unless max_over_time(min(e > -Inf)[30s:5s]) < 14.4 * 0.001 or vector(10)
            """
        #expect(PromQL.metrics(in: query) == ["a_bucket", "x:y", "e"])
    }

    @Test("the dashboard's name metrics of the table")
    func dashboard() throws {
        let queries = try Dashboard.read().queries(over: "10s")
        #expect(queries.count > 100)
        for query in queries { #expect(unknown(in: query) == [], "\(query)") }
    }

    @Test("the rules' name metrics of the table")
    func rules() throws {
        for rule in try Rule.all() {
            let query = rule.fields["expr"] ?? ""
            #expect(!PromQL.metrics(in: query).isEmpty, "\(rule.name)")
            #expect(unknown(in: query) == [], "\(rule.name)")
        }
    }
}
