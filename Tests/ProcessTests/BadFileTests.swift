import Foundation
import Testing

extension ProcessTests {
    @Suite("Bad files")
    struct BadFileTests {
        private func refusal(_ program: String, _ arguments: [String], input: Data = Data())
            async throws -> String
        {
            let outcome = try await Programs.run(program, arguments, input: input)
            #expect(outcome.status == 1, "\(outcome.errors)")
            #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            return outcome.errors
        }

        @Test(
            "codes that are no frames: the line is named, and nothing is written",
            arguments: [
                ("1 2 3 4 5 6 4096", "line 3: code 4096 is outside of 0...4095"),
                ("1 2 3 4 5 6 -1", "line 3: code -1 is outside"),
                ("1 2 3 4 5 6", "line 3: a frame has 7 codes, not 6"),
                ("1 2 3 4 5 6 7 8", "line 3: a frame has 7 codes, not 8"),
                ("1 2 3 4 five 6 7", "line 3: '1 2 3 4 five 6 7'"),
                ("1 2 3 4 5 6 99999999999999999999", "line 3: '1 2"),
            ])
        func codes(line: String, expected: String) async throws {
            let scratch = try Scratch()
            let file = try scratch.write("codes", Data("1 2 3 4 5 6 7\n\n\(line)\n".utf8))
            let said = try await refusal(
                "lyre",
                ["decode", "--model", Programs.model, "--codes", file, "-o", scratch.path("o.wav")])
            #expect(said.contains(expected), "\(said)")
            #expect(scratch.names == ["codes"])
        }

        @Test("a file of codes that is missing, empty, or no text")
        func noCodes() async throws {
            let scratch = try Scratch()
            let empty = try scratch.write("empty", Data())
            let binary = try scratch.write("binary", Data([0xFF, 0xFE, 0, 1]))
            for (file, expected) in [
                (scratch.path("missing"), "cannot be read"), (empty, "no frame"), (binary, "no text"),
            ] {
                let said = try await refusal(
                    "lyre",
                    ["decode", "--model", Programs.model, "--codes", file, "-o", scratch.path("o.wav")])
                #expect(said.contains(expected), "\(said)")
            }
            #expect(scratch.names == ["binary", "empty"])
        }

        @Test("a GPU that is not there, or no device at all")
        func devices() async throws {
            var cases = [("tpu", "device is 'tpu', but has to be cpu, or cuda: and a number or a UUID")]
            if !FileManager.default.fileExists(atPath: "/dev/nvidiactl") {
                cases.append(("cuda:0", "--device cpu decodes on processors"))
            }
            for (device, sentence) in cases {
                let text = try await refusal(
                    "lyre-decoder", ["--model", Programs.model, "--device", device])
                #expect(text.contains(sentence))
            }
        }

        @Test("a model that is missing, cut off, or something else", arguments: ["lyre", "lyre-decoder"])
        func model(program: String) async throws {
            let scratch = try Scratch()
            let codes = try scratch.write("codes", Data("1 2 3 4 5 6 7\n".utf8))
            let configuration = try Data(
                contentsOf: URL(fileURLWithPath: Programs.model + "/config.json"))
            let weights = try Data(
                contentsOf: URL(fileURLWithPath: Programs.model + "/model.safetensors"))
            let folders: [(String, Data?, Data?)] = [
                ("nothing", nil, nil),
                ("no weights", configuration, nil),
                ("cut off", configuration, weights.prefix(weights.count / 2)),
                ("cut in the header", configuration, weights.prefix(100)),
                ("empty", configuration, Data()),
                ("foreign", configuration, Data("PK\u{3}\u{4} a zip file, for example".utf8)),
                ("no configuration", nil, weights),
                ("configuration cut off", configuration.prefix(40), weights),
                ("foreign configuration", Data(#"{"model_type": "llama"}"#.utf8), weights),
            ]
            for (name, configuration, weights) in folders {
                let folder = scratch.url.appendingPathComponent(name)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try configuration?.write(to: folder.appendingPathComponent("config.json"))
                try weights?.write(to: folder.appendingPathComponent("model.safetensors"))
                let decode = ["decode", "--codes", codes, "-o", scratch.path("o.wav")]
                let arguments = program == "lyre" ? decode : ["--listen", "tcp://127.0.0.1:0"]
                let said = try await refusal(program, arguments + ["--model", folder.path])
                #expect(said.contains("config.json") || said.contains("model.safetensors"), "\(said)")
            }
            #expect(!scratch.names.contains("o.wav"))
        }

        @Test("a folder that is missing, a place that is a folder")
        func output() async throws {
            let scratch = try Scratch()
            let codes = try scratch.write("codes", Data("1 2 3 4 5 6 7\n".utf8))
            let decode = ["decode", "--model", Programs.model, "--codes", codes, "-o"]
            for (name, expected) in [("none/a.wav", "no such file or folder"), ("", "folder")] {
                let path = scratch.path(name)
                #expect(try await refusal("lyre", decode + [path]).contains(expected))
                #expect(try await refusal("lyre", ["speak", "-o", path, "Hi."]).contains(expected))
                let picture = ["speak", "-o", scratch.path("a.wav"), "--picture", path, "Hi."]
                #expect(try await refusal("lyre", picture).contains(expected))
            }
            #expect(scratch.names == ["codes"])
        }

        @Test("a folder that may not be written to", .enabled(if: getuid() != 0, "root may write anywhere"))
        func forbidden() async throws {
            let scratch = try Scratch()
            let folder = scratch.url.appendingPathComponent("locked")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
            let path = folder.appendingPathComponent("a.wav").path
            #expect(try await refusal("lyre", ["speak", "-o", path, "Hi."]).contains("permission denied"))
        }

        @Test("a sound that is none")
        func sound() async throws {
            let scratch = try Scratch()
            let text = try scratch.write("text.wav", Data("This is no sound at all.".utf8))
            let encode = ["encode", "--model", Programs.model]
            #expect(try await refusal("lyre", encode + [text]).contains("no WAV file"))
            #expect(
                try await refusal("lyre", encode + [scratch.path("none.wav")])
                    .contains("no such file or folder"))
        }

        @Test("a configuration file that is missing, or no YAML")
        func configuration() async throws {
            let scratch = try Scratch()
            let bad = try scratch.write("bad.yaml", Data("capacity: [3".utf8))
            for file in [scratch.path("none.yaml"), bad] {
                let said = try await refusal(
                    "lyre-decoder", ["--model", Programs.model, "--config", file])
                #expect(said.contains(file), "\(said)")
            }
        }
    }
}
