import Foundation
import TestSupport
import Testing

extension ProcessTests {
    /// From the files of deploy/ to a dashboard with data, by what deploy/README.md says and by
    /// nothing else.
    @Suite(
        "Cold start",
        .enabled(
            if: ComposedFarm.compose != nil && Tool.path("prometheus") != nil,
            "docker-compose or prometheus is missing: tools/deploy/install and tools/setup get them"
        ),
        .enabled("network namespaces or dnsmasq are missing here") {
            await NameServer.isPossible()
        })
    struct ColdStartTests {
        @Test("the farm of the compose file speaks, and its dashboard shows it")
        func compose() async throws {
            let farm = try await ComposedFarm()
            let scratch = try Scratch()
            let endpoint = "tcp://127.0.0.1:7100"
            let keys = ["--server-key", "keys/text.pub", "--key", "keys/client.key"]
            let queries = SilentMetrics.leftOut(
                of: try Dashboard.read().queries(over: "20s"), besides: SilentMetrics.traces)
            let waiting = try await farm.prometheus.unanswered(queries, rounds: 20) {
                // Longer than from one evaluation of the rules to the next: fifteen seconds.
                let text = String(repeating: "The lazy cat has seven green boxes. ", count: 9)
                let spoken = try await farm.lyre(
                    ["speak", "--endpoint", endpoint, "-q", "-o", scratch.path("a.wav"), text]
                        + keys)
                #expect(spoken.status == 0, "\(spoken.errors)")
                let refused = try await farm.lyre(["call", endpoint, "Text/Prepare", "{}"] + keys)
                #expect(refused.errors.contains("INVALID_ARGUMENT"), "\(refused.errors)")
            }
            #expect(waiting.sorted() == [], "nothing answers these")
            await farm.stop()
        }
    }
}
