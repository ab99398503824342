import Foundation
import Testing

extension ProcessTests {
    /// What does not hang on how fast the machine is.
    @Suite("lyre tune")
    struct TuneTests {
        private func start(capacity: Int) async throws -> (engine: Service, tokens: Service) {
            let engine = try await Service.start("lyre-demo-engine", ["--rate", "0"])
            let tokens = try await Service.start(
                "lyre-tokens",
                ["--vllm", engine.endpoint, "--model", "orpheus", "--capacity", "\(capacity)"])
            return (engine, tokens)
        }

        private func object(_ outcome: Programs.Outcome) throws -> [String: Any] {
            try #require(
                try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any],
                "\(outcome.errors)")
        }

        @Test("loads are stepped through, refusals are counted, and a picture is drawn")
        func loads() async throws {
            let (engine, tokens) = try await start(capacity: 2)
            let scratch = try Scratch()
            let picture = scratch.path("tune.png")
            let outcome = try await Programs.run(
                "lyre",
                [
                    "tune", tokens.endpoint, "--loads", "1,4", "--seconds", "1", "--patience",
                    "60000",
                    "--preroll", "60000", "--temperature", "0.6,0.9", "--json", "--picture",
                    picture,
                ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let report = try object(outcome)
            #expect(report["real_time_tokens_per_second"] as? Double == 82.03)
            #expect(report["streams_held"] as? Int == 1)
            let loads = try #require(report["loads"] as? [[String: Any]])
            #expect(loads.map { $0["streams"] as? Int } == [1, 4, 1, 4])
            #expect(loads.map { $0["temperature"] as? Double } == [0.6, 0.6, 0.9, 0.9])
            for load in loads {
                #expect(try #require(load["tokens_per_second"] as? Double) > 0)
                #expect(load["spoken_streams"] as? Int == load["held_streams"] as? Int)
                #expect(load["failed_calls"] as? Int == 0)
                let refused = try #require(load["refused_calls"] as? Int)
                #expect((refused > 0) == (load["streams"] as? Int == 4))
                for key in [
                    "first_frame_milliseconds_p50", "first_frame_milliseconds_p99",
                    "speech_seconds",
                ] { #expect(try #require(load[key] as? Double) > 0, "\(key)") }
            }
            #expect(outcome.errors.contains("temperature 0.9: 1 stream was held in real time"))
            #expect(try scratch.data("tune.png").prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
            await tokens.stop()
            await engine.stop()
        }

        @Test("the table goes to standard output")
        func table() async throws {
            let (engine, tokens) = try await start(capacity: 64)
            let outcome = try await Programs.run(
                "lyre", ["tune", tokens.endpoint, "--most", "2", "--seconds", "1"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let lines = outcome.text.split(separator: "\n")
            #expect(lines.first?.contains("first frame p50") == true)
            #expect(lines.count { $0.contains(" ms ") } == 2)
            #expect(lines.last?.contains("held in real time") == true)
            #expect(outcome.errors.isEmpty)
            await tokens.stop()
            await engine.stop()
        }

        @Test("what cannot be measured is said in a sentence")
        func refusals() async throws {
            let tokens = try await Service.start("lyre-tokens", ["--vllm", "http://127.0.0.1:1"])
            for (arguments, expected) in [
                ([tokens.endpoint], "http://127.0.0.1:1"),
                (["tcp://127.0.0.1:1"], "nobody listens there"),
                (["127.0.0.1"], "tcp://"),
            ] {
                let outcome = try await Programs.run("lyre", ["tune"] + arguments)
                #expect(outcome.status == 1)
                #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
                #expect(outcome.errors.contains(expected), "\(outcome.errors)")
                #expect(outcome.output.isEmpty)
            }
            for arguments in [
                ["--loads", "0"], ["--loads", "1,,2"], ["--seconds", "0"], ["--temperature", "x"],
                ["--temperature", "1,2,3", "--top-p", "0.1,0.2,0.3"],
            ] {
                let outcome = try await Programs.run("lyre", ["tune", tokens.endpoint] + arguments)
                #expect(outcome.status == 64, "\(arguments)")
            }
            await tokens.stop()
        }
    }
}
