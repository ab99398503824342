import ChildProcesses
import Foundation
import TestSupport
import Testing

/// What Prometheus' own tool says of our files.
@Suite(
    "Prometheus' files",
    .enabled(if: Tool.path("promtool") != nil, "promtool is missing: install prometheus"))
struct PrometheusFileTests {
    private func promtool(_ arguments: [String]) async throws {
        let (status, text) = try await ChildProcess.run(
            "promtool", arguments, in: MonitoringFiles.folder)
        #expect(status == 0, "\(text)")
    }

    @Test("the configuration and its rules are right")
    func configuration() async throws {
        try await promtool(["check", "config", "prometheus.yml"])
    }

    @Test("each alert fires when it should, and does not when it should not")
    func rules() async throws {
        try await promtool(["test", "rules"] + RuleCase.files())
    }
}
