import Foundation
import Testing

extension ProcessTests {
    @Suite("Operating services")
    struct OperationTests {
        @Test("the admin port says that a service lives, whether it is ready, and what it did")
        func admin() async throws {
            let farm = try await TestFarm.start()
            let scratch = try Scratch()
            let spoken = try await Programs.run(
                "lyre",
                ["speak", "--endpoint", farm.endpoint, "-o", scratch.path("a.wav"), "One. Two."])
            #expect(spoken.status == 0, "\(spoken.errors)")
            for service in [farm.text, farm.tokens, farm.decoder] {
                let admin = try await service.admin
                #expect(try await HTTP.get("\(admin)/livez").status == 200)
                #expect(try await HTTP.get("\(admin)/readyz").status == 200)
                #expect(try await HTTP.get("\(admin)/nothing").status == 404)
                #expect(try await HTTP.get("\(admin)/metrics").text.contains("# TYPE lyre_"))
            }
            let prompts = try #require(spoken.errors.firstMatch(of: /(\d+) prompts/)?.1)
            #expect(try await farm.text.metric("lyre_text_prompts_total") == Double(prompts))
            let frames = try await farm.tokens.metric("lyre_tokens_frames_total")
            #expect(frames > 0)
            #expect(try await farm.decoder.metric("lyre_decoder_frames_total") == frames)
            #expect(try await farm.decoder.metric("lyre_decoder_samples_total") == frames * 2048)
            await farm.stop()
        }

        @Test("flags win over the environment, which wins over the file")
        func configuration() async throws {
            let scratch = try Scratch()
            func refusal(_ flags: [String], _ environment: [String: String], _ file: String) async throws
                -> String
            {
                let path = try scratch.write("lyre.yaml", Data(file.utf8))
                let outcome = try await Programs.run(
                    "lyre-decoder", ["--config", path, "--model", Programs.model] + flags,
                    environment: environment)
                #expect(outcome.status != 0)
                return outcome.errors
            }
            let file = "capacity: file\nlog-level: error\n"
            #expect(try await refusal([], [:], file).contains("'file'"))
            #expect(try await refusal([], ["LYRE_CAPACITY": "environment"], file).contains("'environment'"))
            #expect(
                try await refusal(["--capacity", "flag"], ["LYRE_CAPACITY": "environment"], file)
                    .contains("'flag'"))
        }

        @Test("a file sets what nothing else does, numbers and switches too", arguments: ["yaml", "json"])
        func file(kind: String) async throws {
            let scratch = try Scratch()
            let text =
                kind == "json"
                ? #"{"model": "\#(Programs.model)", "capacity": 3, "plugin": true, "log-level": "error"}"#
                : "model: \(Programs.model)\ncapacity: 3\nplugin: true\nlog-level: error\n"
            let path = try scratch.write("lyre.\(kind)", Data(text.utf8))
            let child = try await Child(Programs.url("lyre-decoder"), ["--config", path])
            let line = await child.line()
            #expect(line?.hasPrefix("1|1-1|lyre.Decoder|tcp://127.0.0.1:") == true)
            child.closeInput()
            #expect(await child.errors.all() == "")
            #expect(await child.waitUntilExit() == 0)
        }

        @Test("'lyre health' has the exit codes of grpc_health_probe")
        func health() async throws {
            let farm = try await TestFarm.start(rate: 200)
            let serving = try await Programs.run("lyre", ["health", farm.endpoint])
            #expect(serving.status == 0)
            #expect(serving.text == "SERVING\n")
            #expect(
                try await Programs.run("lyre", ["health", farm.endpoint, "--service", "Text"]).status == 0)

            let wrong = try await Programs.run("lyre", ["health", "no-address"])
            #expect(wrong.status == 1)
            let nobody = try await Programs.run("lyre", ["health", "tcp://127.0.0.1:1"])
            #expect(nobody.status == 2)
            let unknown = try await Programs.run(
                "lyre", ["health", farm.endpoint, "--service", "Nonsense"])
            #expect(unknown.status == 3)
            await farm.stop()
        }

        @Test("'lyre health' exits with 4 while a server drains")
        func notServing() async throws {
            let farm = try await TestFarm.start(rate: 90)
            let long = Array(repeating: "A long text takes its time.", count: 6).joined(separator: " ")
            let client = try await Child(
                Programs.url("lyre"), ["speak", "--endpoint", farm.endpoint, "-q", "-o", "-", long])
            _ = await client.readSound()
            farm.text.child.signal(SIGTERM)
            let admin = try await farm.text.admin
            while try await HTTP.get("\(admin)/readyz").status != 503 {}
            #expect(try await Programs.run("lyre", ["health", farm.endpoint]).status == 4)
            client.signal(SIGKILL)
            await client.waitUntilExit()
            await farm.stop()
        }

        @Test("a full server refuses the next call at once, and tells so")
        func full() async throws {
            let farm = try await TestFarm.start(rate: 90, capacity: 1)
            let scratch = try Scratch()
            let long = Array(repeating: "A long text takes its time.", count: 6).joined(separator: " ")
            let client = try await Child(
                Programs.url("lyre"), ["speak", "--endpoint", farm.endpoint, "-q", "-o", "-", long])
            _ = await client.readSound()
            let second = try await Programs.run(
                "lyre", ["speak", "--endpoint", farm.endpoint, "-o", scratch.path("b.wav"), "Two."])
            #expect(second.status == 1)
            #expect(second.errors.isOneSentence, "\(second.errors)")
            #expect(second.errors.contains("RESOURCE_EXHAUSTED"))
            #expect(scratch.names == [])
            client.signal(SIGKILL)
            await client.waitUntilExit()
            await farm.stop()
        }
    }
}
