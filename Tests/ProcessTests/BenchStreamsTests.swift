import Foundation
import Testing

extension ProcessTests {
    /// What does not hang on how fast the machine is.
    @Suite("lyre bench streams")
    struct BenchStreamsTests {
        private func bench(_ arguments: [String]) async throws -> Programs.Outcome {
            try await Programs.run("lyre", ["bench", "streams"] + arguments)
        }

        private func object(_ outcome: Programs.Outcome) throws -> [String: Any] {
            try #require(
                try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any],
                "\(outcome.errors)")
        }

        @Test("all samples of all streams come, and the status says whether they came in time")
        func samples() async throws {
            let outcome = try await bench([
                "--model", Programs.model, "--streams", "3", "--seconds", "2", "--json",
            ])
            let report = try object(outcome)
            #expect(report["samples"] as? Int == 3 * 24 * 2048)
            #expect(report["streams"] as? Int == 3)
            #expect(report["refused_streams"] as? Int == 0)
            #expect(report["unfinished_streams"] as? Int == 0)
            let underruns = try #require(report["underruns"] as? Int)
            #expect(outcome.status == (underruns == 0 ? 0 : 1))
            #expect(report["held"] as? Bool == (underruns == 0))
            let added = try #require(report["added_milliseconds_p99"] as? Double)
            #expect(added > 0)
            for key in [
                "added_milliseconds_p50", "added_milliseconds_max", "worst_lead_milliseconds",
                "first_sample_milliseconds_p50", "pacer_late_milliseconds_p99",
                "decoder_cpu_seconds_per_audio_second", "client_cpu_share",
            ] {
                #expect(report[key] is Double, "\(key)")
            }
        }

        @Test("streams that the decoder has no room for are counted")
        func refused() async throws {
            let outcome = try await bench([
                "--model", Programs.model, "--streams", "3", "--seconds", "1", "--json", "--",
                "--capacity", "2",
            ])
            #expect(outcome.status == 1)
            #expect(try object(outcome)["refused_streams"] as? Int == 1)
        }

        @Test("a search tells the runs it made")
        func search() async throws {
            let outcome = try await bench([
                "--model", Programs.model, "--find", "--streams", "1", "--seconds", "0.5", "--json",
                "--", "--capacity", "2",
            ])
            let report = try object(outcome)
            let held = try #require(report["streams_held"] as? Int)
            #expect((0...2).contains(held))
            let tries = try #require(report["tries"] as? [[String: Any]])
            #expect(tries.count >= 2)
            #expect(tries.first?["streams"] as? Int == 1)
            #expect(outcome.errors.contains("worst lead"))
        }

        @Test("what cannot be measured is said in a sentence")
        func refusals() async throws {
            let scratch = try Scratch()
            let missing = scratch.path("none")
            for (arguments, expected) in [
                (["--model", missing], "there is no \(missing)/config.json"),
                (["--endpoint", "tcp://127.0.0.1:1"], "nobody listens there"),
                (["--endpoint", "127.0.0.1"], "tcp://"),
            ] {
                let outcome = try await bench(arguments)
                #expect(outcome.status == 1)
                #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
                #expect(outcome.errors.contains(expected), "\(outcome.errors)")
                #expect(outcome.output.isEmpty)
            }
            for arguments in [
                ["--streams", "0"], ["--seconds", "-1"], ["--unit", "third"],
                ["--endpoint", "tcp://127.0.0.1:1", "--model", "x"],
            ] {
                #expect(try await bench(arguments).status == 64)
            }
        }
    }
}
