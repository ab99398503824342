import Foundation
import Testing

extension ProcessTests {
    @Suite(
        "Clients in other languages",
        .enabled("what they are built with is missing: run tools/setup") {
            try await ForeignClient.canBeBuilt()
        })
    struct ClientTests {
        private let sentence = "The lazy cat has seven green boxes. Łódź has \"twenty\"."
        private let long = Array(
            repeating: "The lazy cat has seven green boxes, and keeps them.", count: 6
        ).joined(separator: " ")

        @Test(
            "pass the golden vectors and a server that is played", arguments: ForeignClient.allCases
        )
        func ownTests(client: ForeignClient) async throws {
            let outcome = try await client.test()
            #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
        }

        @Test("Python's cancels, refusals and deadlines in one session with a farm")
        func services() async throws {
            let farm = try await TestFarm.start(rate: 90, capacity: 1)
            let outcome = try await ForeignClient.testServices(at: farm.endpoint)
            #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
            #expect(!outcome.text.contains("skipped"))
            await farm.stop()
        }

        @Test("speak and decode the same samples as lyre", arguments: ForeignClient.allCases)
        func sameSamples(client: ForeignClient) async throws {
            let farm = try await TestFarm.start()
            let scratch = try Scratch()
            let (expected, codes) = (scratch.path("lyre.wav"), scratch.path("codes"))
            let lyre = try await Programs.run(
                "lyre",
                ["speak", "--endpoint", farm.endpoint, "--seed", "7", "--voice", "leo", "-q"]
                    + ["-o", expected, "--codes", codes, sentence])
            #expect(lyre.status == 0, "\(lyre.errors)")

            let spoken = scratch.path("spoken.wav")
            let flags = ["--seed", "7", "--voice", "leo", "-o", spoken]
            for (words, input) in [([sentence], ""), ([], sentence)] {
                let outcome = try await client.run(
                    ["speak", farm.endpoint] + words + flags, input: Data(input.utf8))
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try scratch.data("spoken.wav") == scratch.data("lyre.wav"))
            }

            for noise in ["7", "off"] {
                let offline = try await Programs.run(
                    "lyre",
                    ["decode", "--model", Programs.model, "--codes", codes, "--noise", noise]
                        + ["-o", scratch.path("offline.wav")])
                #expect(offline.status == 0, "\(offline.errors)")
                let decoded = try await client.run(
                    ["decode", farm.decoder.endpoint, "--codes", codes, "--noise", noise]
                        + ["-o", scratch.path("decoded.wav")])
                #expect(decoded.status == 0, "\(decoded.errors)")
                #expect(try scratch.data("decoded.wav") == scratch.data("offline.wav"))
            }
            await farm.stop()
        }

        @Test("a text and a sound larger than all windows", arguments: ForeignClient.allCases)
        func large(client: ForeignClient) async throws {
            let farm = try await TestFarm.start()
            let scratch = try Scratch()
            // 4 MiB of sound are 87 s.
            let text = Data(Array(repeating: long, count: 8).joined(separator: " ").utf8)
            let outcome = try await client.run(
                ["speak", farm.endpoint, "-o", scratch.path("a.wav")], input: text)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let lyre = try await Programs.run(
                "lyre", ["speak", "--endpoint", farm.endpoint, "-q", "-o", scratch.path("b.wav")],
                input: text)
            #expect(lyre.status == 0, "\(lyre.errors)")
            #expect(try scratch.data("a.wav").count > 4 << 20)
            #expect(try scratch.data("a.wav") == scratch.data("b.wav"))
            await farm.stop()
        }

        @Test("health, and what cannot be", arguments: ForeignClient.allCases)
        func health(client: ForeignClient) async throws {
            let text = try await Service.start(
                "lyre-text", ["--tokens", "tcp://127.0.0.1:1", "--decoder", "tcp://127.0.0.1:1"])
            let serving = try await client.run(["health", text.endpoint, "--service", "Speech"])
            #expect(serving.text == "SERVING\n", "\(serving.errors)")
            #expect(serving.status == 0)
            let unknown = try await client.run(["health", text.endpoint, "--service", "Nothing"])
            #expect(unknown.text == "SERVICE_UNKNOWN\n", "\(unknown.errors)")
            #expect(unknown.status == 3)

            let scratch = try Scratch()
            let (codes, sound) = (
                try scratch.write("codes", Data("1 2 3".utf8)), scratch.path("a.wav")
            )
            for (words, sentence, status) in [
                (["decode", text.endpoint, "--codes", codes, "-o", sound], "does not offer", 1),
                (
                    ["speak", text.endpoint, "Hi.", "--voice", "nobody", "-o", sound],
                    "unknown_voice", 1
                ),
                (["health", "nonsense"], "(INVALID_ARGUMENT, address)", 1),
                (
                    ["health", "tcp://127.0.0.1:1"], "nobody listens there (UNAVAILABLE, refused)",
                    2
                ),
                (["health", text.endpoint, "--server-key", codes], "holds no key", 1),
            ] as [([String], String, Int32)] {
                let refused = try await client.run(words)
                #expect(refused.status == status)
                #expect(refused.errors.isOneSentence, "\(refused.errors)")
                #expect(refused.errors.contains(sentence), "\(refused.errors)")
            }
            #expect(scratch.names == ["codes"])
            await text.stop()
        }

        @Test("a call that is given up frees its place", arguments: ForeignClient.allCases)
        func cancel(client: ForeignClient) async throws {
            let farm = try await TestFarm.start(rate: 90, capacity: 1)
            let scratch = try Scratch()
            let text = Array(repeating: long, count: 8).joined(separator: " ")
            let speak = ["speak", farm.endpoint, text, "-o"]

            // By the program, once it has had enough.
            let enough = try await client.run(
                speak + [scratch.path("a.wav"), "--seconds", "0.2"])
            #expect(enough.status == 0, "\(enough.errors)")
            #expect(try scratch.data("a.wav").count < 100_000)
            while try await farm.active().contains(where: { $0 > 0 }) {}

            // By Control-C; meanwhile there is no room for others.
            let first = try await client.start(speak + [scratch.path("b.wav")])
            while try await farm.active().contains(0) {}
            let second = try await client.run(speak + [scratch.path("c.wav")])
            #expect(second.status == 1)
            #expect(second.errors.contains("(RESOURCE_EXHAUSTED, full); try again in"))
            first.signal(SIGINT)
            #expect(await first.waitUntilExit() == 130)
            while try await farm.active().contains(where: { $0 > 0 }) {}

            // By its deadline.
            let late = try await client.run(
                speak + [scratch.path("d.wav"), "--timeout", "0.5"])
            #expect(late.status == 1)
            #expect(late.errors.contains("(DEADLINE_EXCEEDED, deadline)"), "\(late.errors)")
            while try await farm.active().contains(where: { $0 > 0 }) {}
            #expect(scratch.names == ["a.wav"])
            await farm.stop()
        }
    }
}
