import Foundation
import Testing

extension ProcessTests {
    @Suite("Speaking")
    struct SpeakTests {
        private let sentence = "The lazy cat has seven green boxes. It keeps them for Dr. Brown!"

        @Test("speak starts a farm and writes a WAV file and a picture")
        func privateFarm() async throws {
            let scratch = try Scratch()
            let outcome = try await Programs.run(
                "lyre",
                ["speak", "-o", scratch.path("a.wav"), "--picture", scratch.path("a.png"), "Hello."])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let wav = try scratch.data("a.wav")
            #expect(wav.prefix(4) == Data("RIFF".utf8))
            #expect(wav.count > 12_000)
            #expect(try scratch.data("a.png").prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
            #expect(outcome.errors.contains("first sample"))
            #expect(scratch.names == ["a.png", "a.wav"])
        }

        @Test("the same text, voice and seed give the same bytes, however they are made")
        func sameBytes() async throws {
            let farm = try await TestFarm.start()
            let scratch = try Scratch()
            let speak = ["speak", "--endpoint", farm.endpoint, "--seed", "7", "--voice", "leo"]
            let alone = try await Programs.run(
                "lyre",
                speak + ["-o", scratch.path("alone.wav"), "--codes", scratch.path("codes"), sentence])
            #expect(alone.status == 0, "\(alone.errors)")
            let expected = try scratch.data("alone.wav")
            #expect(expected.count > 100_000)

            // Beside others.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<6 {
                    let other = index == 0 ? sentence : "Number \(index) speaks beside it."
                    let file = scratch.path("beside\(index).wav")
                    group.addTask {
                        let outcome = try await Programs.run("lyre", speak + ["-o", file, other])
                        #expect(outcome.status == 0, "\(outcome.errors)")
                    }
                }
                try await group.waitForAll()
            }
            #expect(try scratch.data("beside0.wav") == expected)

            // Offline, from its codes.
            for chunk in [["--chunk", "1"], ["--chunk", "3"], ["--chunk", "1000"], []] {
                let decoded = try await Programs.run(
                    "lyre",
                    [
                        "decode", "--model", Programs.model, "--codes", scratch.path("codes"),
                        "--noise", "7", "-o", scratch.path("offline.wav"),
                    ] + chunk)
                #expect(decoded.status == 0, "\(decoded.errors)")
                #expect(try scratch.data("offline.wav") == expected, "\(chunk)")
            }

            // With another seed.
            let other = try await Programs.run(
                "lyre",
                ["speak", "--endpoint", farm.endpoint, "--voice", "leo", "--seed", "8", "-q"]
                    + ["-o", scratch.path("other.wav"), sentence])
            #expect(other.status == 0, "\(other.errors)")
            #expect(try scratch.data("other.wav") != expected)

            // To standard output, where the header cannot know the length.
            let streamed = try await Programs.run("lyre", speak + ["-q", "-o", "-", sentence])
            #expect(streamed.output.dropFirst(44) == expected.dropFirst(44))
            #expect(streamed.errors == "")
            await farm.stop()
        }

        @Test("text that comes in parts is spoken as if it came at once")
        func parts() async throws {
            let farm = try await TestFarm.start()
            let scratch = try Scratch()
            let text = sentence + " Łódź has seven trams."
            let speak = ["speak", "--endpoint", farm.endpoint, "-q", "-o"]
            let whole = try await Programs.run("lyre", speak + [scratch.path("whole.wav"), text])
            #expect(whole.status == 0, "\(whole.errors)")

            let child = try await Child(Programs.url("lyre"), speak + [scratch.path("parts.wav")])
            // Cuts within words, and within characters.
            let bytes = Data(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: 7) {
                await child.write(bytes[start..<min(start + 7, bytes.count)])
            }
            child.closeInput()
            #expect(await child.waitUntilExit() == 0)
            #expect(try scratch.data("parts.wav") == scratch.data("whole.wav"))
            await farm.stop()
        }

        @Test("speech begins before the text has ended")
        func typing() async throws {
            let farm = try await TestFarm.start()
            let child = try await Child(
                Programs.url("lyre"), ["speak", "--endpoint", farm.endpoint, "-q", "-o", "-"])
            let text = Array(repeating: sentence, count: 8).joined(separator: " ")
            await child.write(Data(text.utf8))
            #expect(await child.readSound().count > 44)
            child.closeInput()
            _ = await child.readAll()
            #expect(await child.waitUntilExit() == 0)
            await farm.stop()
        }

        @Test("twenty speak at once against one farm, and all are right")
        func twenty() async throws {
            let farm = try await TestFarm.start(rate: 400)
            let scratch = try Scratch()
            try await withThrowingTaskGroup(of: Programs.Outcome.self) { group in
                for index in 0..<20 {
                    let file = scratch.path("\(index).wav")
                    group.addTask {
                        try await Programs.run(
                            "lyre",
                            ["speak", "--endpoint", farm.endpoint, "-o", file]
                                + ["One of twenty says the same."])
                    }
                }
                for try await outcome in group { #expect(outcome.status == 0, "\(outcome.errors)") }
            }
            let files = try (0..<20).map { try scratch.data("\($0).wav") }
            #expect(Set(files).count == 1)
            #expect(files[0].count > 24_000)
            await farm.stop()
        }

        @Test("the prompts of a long text join without a click or a gap")
        func joins() async throws {
            let farm = try await TestFarm.start()
            let text = (1...14).map { "Sentence number \($0) has a few plain words in it." }
                .joined(separator: " ")
            let sound = try await Sound(of: text, at: farm.endpoint)
            #expect(sound.samples.count > 20 * Sound.rate)
            #expect(sound.joins.count >= 2)
            #expect(sound.longestPause < 0.6)
            let (atJoins, elsewhere) = sound.steps
            #expect(atJoins <= elsewhere)
            await farm.stop()
        }
    }
}
