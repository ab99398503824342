import Foundation
import TestSupport
import Testing

extension ProcessTests {
    /// Tables, dashboard and rules of deploy/monitoring, held against running services.
    @Suite("Monitoring")
    struct MonitoringTests {
        /// Speaks for longer than between two scrapes, and asks for what is refused.
        private func use(_ farm: TestFarm, _ scratch: Scratch) async throws {
            let spoken = try await Programs.run(
                "lyre",
                [
                    "speak", "--endpoint", farm.endpoint, "-q", "-o", scratch.path("a.wav"),
                    "The lazy cat has seven green boxes.",
                ])
            #expect(spoken.status == 0, "\(spoken.errors)")
            let refused = try await Programs.run(
                "lyre", ["call", farm.tokens.endpoint, "Tokens/Generate", "{}"])
            #expect(refused.errors.contains("INVALID_ARGUMENT"), "\(refused.errors)")
        }

        private func types(_ service: Service) async throws -> Set<MetricTable.Metric> {
            MetricTable.types(in: try await HTTP.get("\(try await service.admin)/metrics").text)
        }

        private func compare(
            _ service: Service, with documented: Set<MetricTable.Metric>
        ) async throws {
            let there = try await types(service)
            let name = service.handshake.service
            #expect(there.subtracting(documented) == [], "\(name) has what no table has")
            #expect(documented.subtracting(there) == [], "the tables have what \(name) has not")
        }

        @Test("the tables of metrics and what services answer at /metrics agree")
        func tables() async throws {
            let table = try MetricTable()
            let scratch = try Scratch()
            let farm = try await TestFarm.start(exportsTraces: true)
            try await use(farm, scratch)
            for (service, name) in [
                (farm.text, "lyre-text"), (farm.tokens, "lyre-tokens"),
                (farm.decoder, "lyre-decoder"),
            ] {
                try await compare(service, with: table.metrics(under: "Every service", name))
            }
            await farm.stop()
        }

        @Test("the tables have what a managed engine adds")
        func managed() async throws {
            let scratch = try Scratch()
            let demo = Programs.url("lyre-demo-engine").path
            let profile = """
                demo: {program: \(demo) --model, model: \(Programs.model), flags: {rate: 0}}
                """
            let tokens = try await Service.start(
                "lyre-tokens",
                [
                    "--managed", "demo", "--admin", "127.0.0.1:0",
                    "--profiles", try scratch.write("profiles.yaml", Data(profile.utf8)),
                ])
            let heading = "lyre-tokens --managed"
            let added = try MetricTable().metrics(under: heading)
            let there = try await types(tokens)
            #expect(!added.isEmpty && added.isSubset(of: there))
            #expect(await tokens.stop() == 0)
        }

        @Test(
            "every query of the dashboard and of the rules has an answer from a running farm",
            .enabled(
                if: Tool.path("prometheus") != nil, "there is no Prometheus: install prometheus"))
        func queries() async throws {
            let scratch = try Scratch()
            let farm = try await TestFarm.start(rate: 90, exportsTraces: true)
            let prometheus = try await Prometheus.start(
                [
                    "text": port(try await farm.text.admin),
                    "tokens": port(try await farm.tokens.admin),
                    "decoder": port(try await farm.decoder.admin),
                    "vllm": port(farm.engine.endpoint),
                ], in: scratch)

            let dashboard = try Dashboard.read().queries(over: "10s")
            let named = dashboard.reduce(into: Set()) { $0.formUnion(PromQL.metrics(in: $1)) }
            #expect(
                SilentMetrics.names.isSubset(of: named), "what nobody asks for needs no excuse")
            let rules = try Rule.all()
            let waiting = try await prometheus.unanswered(
                SilentMetrics.leftOut(of: dashboard) + rules.filter { !$0.isAlert }.map(\.name),
                rounds: 20
            ) { try await use(farm, scratch) }
            #expect(waiting.sorted() == [], "nothing answers these")
            for query in dashboard { _ = try await prometheus.values(query) }

            let loaded = try await prometheus.rules()
            #expect(loaded.count == rules.count)
            for rule in loaded {
                #expect(rule.health == "ok", "\(rule.name): \(rule.error)")
                if rule.isAlert {
                    _ = try await prometheus.values(rule.query)
                } else if let stage = rule.labels["stage"] {
                    let values = try await prometheus.values("\(rule.name){stage=\"\(stage)\"}")
                    #expect(!values.isEmpty, "\(rule.name) has nothing for \(stage)")
                }
            }
            await prometheus.stop()
            await farm.stop()
        }

        /// Of a URL that ends with it.
        private func port(_ url: String) throws -> Int {
            try #require(url.split(separator: ":").last.flatMap { Int($0) })
        }
    }
}
