import Foundation
import Testing

extension ProcessTests {
    /// lyre-tokens that starts its engine itself; the demo engine stands in for vLLM.
    @Suite("Managed engine")
    struct ManagedTests {
        private let scratch: Scratch
        private let profiles: String

        init() throws {
            scratch = try Scratch()
            let slow = try scratch.write(
                "slow.sh", Data("echo loading weights; exec sleep 1000".utf8))
            let demo = Programs.url("lyre-demo-engine").path
            profiles = try scratch.write(
                "profiles.yaml",
                Data(
                    """
                    demo:
                      program: \(demo) --model
                      model: \(Programs.model)
                      flags: {rate: 0}
                    slow: {program: sh \(slow), model: none}
                    wrong: {like: demo, flags: {no-such-flag: true}}
                    """.utf8))
        }

        private func start(_ profile: String) async throws -> Service {
            try await Service.start(
                "lyre-tokens",
                ["--managed", profile, "--profiles", profiles, "--admin", "127.0.0.1:0"])
        }

        private func generate(_ service: Service) async throws -> Programs.Outcome {
            try await Programs.run(
                "lyre", ["call", service.endpoint, "Tokens/Generate", #"{"text": "Hello."}"#])
        }

        /// Waits until /readyz answers so, and returns what it said.
        private func readyz(
            _ service: Service, _ status: Int, saying words: String = "\n"
        ) async throws -> String {
            let admin = try await service.admin
            while true {
                let reply = try await HTTP.get("\(admin)/readyz")
                if reply.status == status, reply.text.contains(words) { return reply.text }
                try await Task.sleep(for: .milliseconds(20))
            }
        }

        @Test("until the engine is ready, calls are refused and /readyz says why")
        func starting() async throws {
            let tokens = try await start("slow")
            let text = try await readyz(tokens, 503, saying: "loading weights")
            #expect(text == "engine: the engine is starting: loading weights\n")
            let refused = try await generate(tokens)
            #expect(refused.status == 1)
            #expect(
                refused.errors == "Error: UNAVAILABLE: the engine is starting: loading weights\n")
            #expect(await tokens.stop() == 0)
        }

        @Test("a managed engine speaks, is started again when it dies, and ends with its host")
        func life() async throws {
            let tokens = try await start("demo")
            _ = try await readyz(tokens, 200)
            let spoken = try await generate(tokens)
            #expect(spoken.status == 0, "\(spoken.errors)")
            #expect(spoken.text.contains("end"))
            let first = Descendants.of(tokens.child.identifier)
            #expect(first.count == 2)
            kill(first[1], SIGKILL)
            _ = try await readyz(tokens, 503, saying: "killed by SIGKILL")
            _ = try await readyz(tokens, 200)
            #expect(try await generate(tokens).status == 0)
            #expect(try await tokens.metric("lyre_tokens_engine_starts") == 2)
            #expect(try await tokens.metric("lyre_tokens_engine_ready") == 1)
            let second = Descendants.of(tokens.child.identifier)
            #expect(second.count == 2 && Set(second).isDisjoint(with: first))
            #expect(await tokens.stop() == 0)
            #expect((first + second).filter(Descendants.isAlive) == [])
        }

        @Test("SIGKILL of the token service leaves no engine behind", arguments: ["demo", "slow"])
        func orphans(profile: String) async throws {
            let tokens = try await start(profile)
            if profile == "demo" { _ = try await readyz(tokens, 200) }
            var engine = Descendants.of(tokens.child.identifier)
            while engine.count < 2 {
                try await Task.sleep(for: .milliseconds(20))
                engine = Descendants.of(tokens.child.identifier)
            }
            tokens.child.signal(SIGKILL)
            await tokens.child.waitUntilExit()
            while !engine.filter(Descendants.isAlive).isEmpty {
                try await Task.sleep(for: .milliseconds(20))
            }
        }

        @Test("what cannot be started is said in a sentence")
        func refusals() async throws {
            let quiet = [
                "--profiles", profiles, "--log-level", "critical", "--admin", "off", "--listen",
                "tcp://127.0.0.1:0",
            ]
            for (arguments, expected) in [
                (
                    ["--managed", "wrong"],
                    "(exit status 64): Error: Unknown option '--no-such-flag'"
                ),
                (
                    ["--managed", "article", "--vllm-program", "/no/such serve"],
                    "cannot run '/no/such'"
                ),
                (["--managed", "nothing"], "there are article, article-fp8, demo, slow"),
                (
                    ["--managed", "demo", "--tensor-parallel-size", "0"],
                    "tensor-parallel-size is '0'"
                ),
                (
                    ["--managed", "demo", "--profiles", "/no"],
                    "the profiles file '/no' cannot be read"
                ),
            ] {
                let outcome = try await Programs.run("lyre-tokens", quiet + arguments)
                #expect(outcome.status == 1)
                #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
                #expect(outcome.errors.contains(expected), "\(outcome.errors)")
            }
            let both = try await Programs.run(
                "lyre-tokens", quiet + ["--managed", "demo", "--vllm", "http://127.0.0.1:1"])
            #expect(both.status == 64)
            #expect(both.errors.contains("exclude each other"))
        }

        @Test("the profiles that are printed can be given back")
        func printing() async throws {
            let printed = try await Programs.run("lyre-tokens", ["--print-profiles"])
            #expect(printed.status == 0)
            let mine = try scratch.write(
                "mine.yaml", printed.output + Data("mine: {like: article, model: m}".utf8))
            let slow = scratch.path("slow.sh")
            let tokens = try await Service.start(
                "lyre-tokens",
                ["--managed", "mine", "--profiles", mine, "--vllm-program", "sh \(slow)"])
            let line = try #require(await tokens.child.errors.line(containing: "the engine starts"))
            #expect(line.contains("sh \(slow) m --host 127.0.0.1 --port "))
            #expect(line.contains("--served-model-name m --enable-chunked-prefill "))
            await tokens.stop()
        }
    }
}
