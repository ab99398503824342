import Foundation
import TestSupport
import Testing

@Suite("What is scraped")
struct ScrapeTests {
    @Test("the names and ports are those of the compose file")
    func compose() throws {
        let compose = try String(
            contentsOf: MonitoringFiles.repository
                .appendingPathComponent("deploy/compose/compose.yaml"), encoding: .utf8)
        let targets = try MonitoringFiles.text("prometheus.yml")
            .matches(of: #/names: \[(\w+)\], type: A, port: (\d+)/#)
        #expect(targets.map { String($0.1) }.sorted() == ["decoder", "text", "tokens", "vllm"])
        for target in targets {
            #expect(compose.contains("\n  \(target.1):\n"), "compose has no \(target.1)")
            let isServed =
                target.1 == "vllm"
                ? compose.contains(":\(target.2)\"")
                : compose.contains("--admin=0.0.0.0:\(target.2)")
            #expect(isServed, "\(target.1) has no port \(target.2)")
        }
    }
}
