import Foundation
import LyreRPC
import Testing
import WireMessages
import ZeroMQTransport

@Suite("Speaking through real processes", .serialized)
struct SpeakTests {
    private let sentence = "The lazy cat has seven green boxes. It keeps them for Dr. Brown!"

    @Test("speak starts a farm and writes a WAV file and a picture")
    func privateFarm() async throws {
        let scratch = try Scratch()
        let outcome = try await Programs.run(
            "lyre",
            ["speak", "-o", scratch.path("a.wav"), "--picture", scratch.path("a.png"), "Hello from Lyre."])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let wav = try scratch.data("a.wav")
        #expect(wav.prefix(4) == Data("RIFF".utf8))
        #expect(wav.count > 24_000)
        #expect(try scratch.data("a.png").prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
        #expect(outcome.errors.contains("first sample"))
        #expect(scratch.names.sorted() == ["a.png", "a.wav"])
    }

    @Test("the same text, voice and seed give the same bytes: alone, beside others, offline, in parts")
    func sameBytes() async throws {
        let farm = try await TestFarm.start()
        let scratch = try Scratch()
        let speak = ["speak", "--endpoint", farm.endpoints.text, "--seed", "7", "--voice", "leo"]
        let alone = try await Programs.run(
            "lyre", speak + ["-o", scratch.path("alone.wav"), "--codes", scratch.path("codes"), sentence])
        #expect(alone.status == 0, "\(alone.errors)")
        let expected = try scratch.data("alone.wav")

        await withTaskGroup(of: Void.self) { group in
            for index in 0..<6 {
                group.addTask {
                    let other = index == 0 ? sentence : "Number \(index) speaks beside it."
                    let outcome = try? await Programs.run(
                        "lyre", speak + ["-o", scratch.path("beside\(index).wav"), other])
                    #expect(outcome?.status == 0)
                }
            }
        }
        #expect(try scratch.data("beside0.wav") == expected)

        for chunk in ["1", "3", "1000"] {
            let decoded = try await Programs.run(
                "lyre",
                [
                    "decode", "--model", TestFarm.model, "--codes", scratch.path("codes"),
                    "--noise", "7", "--chunk", chunk, "-o", scratch.path("offline.wav"),
                ])
            #expect(decoded.status == 0, "\(decoded.errors)")
            #expect(try scratch.data("offline.wav") == expected)
        }

        let piped = try await Programs.run(
            "lyre", speak + ["-o", scratch.path("piped.wav")], input: Data(sentence.utf8))
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(try scratch.data("piped.wav") == expected)

        let streamed = try await Programs.run("lyre", speak + ["-q", "-o", "-", sentence])
        #expect(streamed.output.dropFirst(44) == expected.dropFirst(44))
        await farm.stop()
    }

    @Test("twenty speak at once against one farm, and all are right")
    func twenty() async throws {
        let farm = try await TestFarm.start(rate: 400)
        let scratch = try Scratch()
        let outcomes = try await withThrowingTaskGroup(of: Programs.Outcome.self) { group in
            for index in 0..<20 {
                group.addTask {
                    try await Programs.run(
                        "lyre",
                        [
                            "speak", "--endpoint", farm.endpoints.text, "-o",
                            scratch.path("\(index).wav"), "One of twenty says the same.",
                        ])
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.status == 0 })
        let files = try (0..<20).map { try scratch.data("\($0).wav") }
        #expect(Set(files).count == 1)
        await farm.stop()
    }

    @Test("a client that leaves ends the work on every stage")
    func leaving() async throws {
        let farm = try await TestFarm.start(rate: 90)
        let long = Array(repeating: sentence, count: 8).joined(separator: " ")
        let client = try Child(
            Programs.folder.appendingPathComponent("lyre"),
            ["speak", "--endpoint", farm.endpoints.text, "-q", "-o", "-", long])
        // Sound comes, so every stage is at work.
        _ = try client.output.read(upToCount: 4096)
        try await expectLoad(of: farm, busy: true)
        client.signal(SIGKILL)
        await client.waitUntilExit()
        try await expectLoad(of: farm, busy: false)
        await farm.stop()
    }

    /// Waits until every service says that it is busy, or is not.
    private func expectLoad(of farm: TestFarm, busy: Bool) async throws {
        let transport = ZeroMQTransport(client: "test")
        let services = [
            (farm.endpoints.text, "Speech"), (farm.endpoints.tokens, "Tokens"),
            (farm.endpoints.decoder, "Decoder"),
        ]
        for (endpoint, service) in services {
            let session = try await transport.connect(to: Endpoint(endpoint), service: service)
            await session.untilLoad { ($0.active > 0) == busy }
            await session.shutdown()
        }
    }
}
