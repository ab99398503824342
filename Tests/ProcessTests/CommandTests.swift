import Foundation
import Testing

extension ProcessTests {
    @Suite("Commands")
    struct CommandTests {
        @Test("codes that were encoded from a sound decode to a sound as long")
        func roundTrip() async throws {
            let scratch = try Scratch()
            // A second of a rising tone: 12 frames, the last one not full.
            let samples = (0..<24_000).map { step -> UInt8 in
                UInt8(128 + 90 * sin(Double(step) * (0.05 + Double(step) / 1e6)))
            }
            var wav = Data("RIFF\0\0\0\0WAVEfmt ".utf8)
            wav += [16, 0, 0, 0, 1, 0, 1, 0, 0xC0, 0x5D, 0, 0, 0xC0, 0x5D, 0, 0, 1, 0, 8, 0]
            wav += Data("data".utf8) + [0xC0, 0x5D, 0, 0] + samples
            let tone = try scratch.write("tone.wav", wav)

            let encoded = try await Programs.run(
                "lyre", ["encode", "--model", Programs.model, tone])
            #expect(encoded.status == 0, "\(encoded.errors)")
            let lines = encoded.text.split(separator: "\n")
            #expect(lines.count == 12)
            #expect(lines.allSatisfy { $0.split(separator: " ").count == 7 })

            // From standard input, with and without noise, as integers and as floats.
            func decode(_ options: [String]) async throws -> Data {
                let decoded = try await Programs.run(
                    "lyre",
                    [
                        "decode", "--model", Programs.model, "--codes", "-", "-o",
                        scratch.path("o.wav"),
                    ]
                        + options, input: encoded.output)
                #expect(decoded.status == 0, "\(decoded.errors)")
                return try scratch.data("o.wav")
            }
            let noisy = try await decode(["--noise", "1"])
            let quiet = try await decode(["--noise", "off"])
            #expect(noisy.count == 44 + 2 * 12 * 2048)
            #expect(quiet.count == noisy.count)
            #expect(quiet != noisy)
            #expect(try await decode(["--float"]).count > 4 * 12 * 2048)
        }

        @Test("'lyre call' calls any method with JSON")
        func call() async throws {
            let text = try await Service.start(
                "lyre-text", ["--tokens", "tcp://127.0.0.1:1", "--decoder", "tcp://127.0.0.1:1"])
            let prepared = try await Programs.run(
                "lyre", ["call", text.endpoint, "Text/Prepare", #"{"text": "It is 5 p.m."}"#])
            #expect(prepared.status == 0, "\(prepared.errors)")
            #expect(prepared.text.contains(#""It is five PM.""#), "\(prepared.text)")
            let health = try await Programs.run("lyre", ["call", text.endpoint, "Health/Check"])
            #expect(health.status == 0, "\(health.errors)")
            #expect(health.text.contains("SERVING"))
            for (arguments, expected) in [
                (["Text/Nothing", "{}"], "it offers"),
                (["Text/Prepare", #"{"txt": "Hi."}"#], "txt"),
                (["Text/Prepare", "{"], "JSON"),
                (["Text/Prepare", "{}", "{}"], "one message"),
                (["Text/Prepare", "{}"], "there is no text"),
            ] {
                let refused = try await Programs.run("lyre", ["call", text.endpoint] + arguments)
                #expect(refused.status == 1)
                #expect(refused.errors.isOneSentence, "\(refused.errors)")
                #expect(refused.errors.contains(expected), "\(refused.errors)")
                #expect(refused.output.isEmpty)
            }
            await text.stop()
        }

        @Test("text is read and parted into sentences line by line")
        func text() async throws {
            let scratch = try Scratch()
            let lexicon = try scratch.write("own.json", Data(#"{"SQL": "sequel"}"#.utf8))
            let read = try await Programs.run(
                "lyre", ["normalize", "--language", "de", "--lexicon", lexicon],
                input: Data("5 km\n\nSQL um 14:30 Uhr".utf8))
            #expect(read.text == "fünf Kilometer\n\nsequel um vierzehn Uhr dreißig\n")
            let parted = try await Programs.run(
                "lyre", ["sentences", "--json"], input: Data("He met Dr. Ada. She left.\n\n".utf8))
            #expect(parted.text == "[\"He met Dr. Ada.\",\"She left.\"]\n[]\n")
            let explained = try await Programs.run(
                "lyre", ["normalize", "--explain", "I paid $5."])
            #expect(explained.text.contains("money  $5  five dollars"))
            for (arguments, input, sentence) in [
                (["normalize"], Data([0x61, 0x0A, 0xFF]), "line 2: the text is no valid UTF-8"),
                (["normalize", "--ssml", "<p>"], Data(), "the outermost element is <p>"),
                (["normalize", "--lexicon", "none.json", "x"], Data(), "cannot be read"),
                (["sentences", "--language", "xx", "x"], Data(), "xx"),
            ] {
                let refused = try await Programs.run("lyre", arguments, input: input)
                #expect(refused.status != 0)
                #expect(refused.errors.contains(sentence), "\(refused.errors)")
            }
        }

        @Test("'lyre voices' lists the voices and their tags")
        func voices() async throws {
            let outcome = try await Programs.run("lyre", ["voices"])
            #expect(outcome.status == 0)
            #expect(outcome.text.contains("tara leah jess leo dan mia zac zoe"))
            #expect(outcome.text.contains("<laugh>"))
        }

        @Test(
            "each program has a help text",
            arguments: [
                "lyre", "lyre-text", "lyre-tokens",
                "lyre-decoder", "lyre-demo-engine",
            ])
        func help(program: String) async throws {
            let outcome = try await Programs.run(program, ["--help"])
            #expect(outcome.status == 0)
            #expect(outcome.text.contains("USAGE: \(program)"))
            let wrong = try await Programs.run(program, ["--no-such-flag"])
            #expect(wrong.status == 64)
        }
    }
}
