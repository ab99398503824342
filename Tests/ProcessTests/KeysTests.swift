import Foundation
import Testing

/// Keys as operators and clients use them: the real programs, made, allowed, refused.
@Suite("Keys", .serialized, .timeLimit(.minutes(3)))
struct KeysTests {
    @Test("a farm with keys speaks to who may call, and says one sentence to others")
    func farm() async throws {
        let scratch = try Scratch()
        let ring = try await Keyring(
            scratch, callers: [("alice", "client"), ("otto", "operator")])
        // One pair for all services: the frontend calls the others as itself.
        try await ring.allow("server", "frontend")
        let engine = try await Service.start("lyre-demo-engine", [])
        let decoder = try await ring.start("lyre-decoder", ["--model", Programs.model])
        let tokens = try await ring.start(
            "lyre-tokens", ["--vllm", engine.endpoint, "--model", "orpheus"])
        let text = try await ring.start(
            "lyre-text",
            [
                "--tokens", tokens.endpoint, "--tokens-key", ring.path("server.pub"),
                "--decoder", decoder.endpoint, "--decoder-key", ring.path("server.pub"),
            ])
        func speak(_ flags: [String]) async throws -> Programs.Outcome {
            try await Programs.run(
                "lyre",
                ["speak", "--endpoint", text.endpoint, "-o", scratch.path("a.wav"), "Hello."]
                    + flags)
        }
        let alice = try await speak(ring.caller("alice"))
        #expect(alice.status == 0, "\(alice.errors)")
        #expect(try await text.metric("lyre_rpc_sessions{peer=\"server\"}") == 0)
        #expect(try await decoder.metric("lyre_rpc_sessions{peer=\"server\"}") >= 1)

        let before = try await text.metric("lyre_rpc_refused_total{reason=\"key\"}")
        let stranger = try await speak(ring.caller("stranger"))
        #expect(stranger.status == 1)
        #expect(stranger.errors.isOneSentence, "\(stranger.errors)")
        #expect(stranger.errors.contains("does not allow this key"))
        #expect(try await text.metric("lyre_rpc_refused_total{reason=\"key\"}") > before)

        let keyless = try await speak([])
        #expect(keyless.status == 1)
        #expect(keyless.errors.contains("asks for keys"), "\(keyless.errors)")

        // A client has no business at single stages, an operator everywhere.
        let message = "{\"text\": \"Hello.\"}"
        for (caller, status) in [("alice", 1), ("otto", 0)] as [(String, Int32)] {
            let outcome = try await Programs.run(
                "lyre", ["call", tokens.endpoint, "Tokens/Generate", message] + ring.caller(caller))
            #expect(outcome.status == status, "\(outcome.errors)")
            if status == 1 { #expect(outcome.errors.contains("which is for frontend")) }
        }
        for service in [text, tokens, decoder, engine] { await service.stop() }
    }

    @Test("a line more or less in the list counts without a restart")
    func reload() async throws {
        let scratch = try Scratch()
        let ring = try await Keyring(scratch, callers: [("otto", "operator")])
        let decoder = try await ring.start("lyre-decoder", ["--model", Programs.model])
        func health(_ caller: String) async throws -> Int32 {
            try await Programs.run("lyre", ["health", decoder.endpoint] + ring.caller(caller))
                .status
        }
        #expect(try await health("otto") == 0)
        #expect(try await health("stranger") == 2)
        try await ring.allow("stranger", "client")
        while try await health("stranger") != 0 { try await Task.sleep(for: .milliseconds(100)) }
        // A list with a wrong line changes nothing, and says so.
        try Data("nonsense\n".utf8).write(to: URL(fileURLWithPath: ring.list))
        let told = await decoder.child.errors.line(containing: "last list of callers stays")
        #expect(told?.contains("line 1") == true, "\(told ?? "nothing")")
        #expect(try await health("otto") == 0)
        try Data().write(to: URL(fileURLWithPath: ring.list))
        while try await health("otto") != 2 { try await Task.sleep(for: .milliseconds(100)) }
        await decoder.stop()
    }

    @Test("what is wrong with keys is one sentence, and nothing is written")
    func wrong() async throws {
        let scratch = try Scratch()
        let ring = try await Keyring(scratch, callers: [("otto", "operator")])
        let cases: [(String, [String], String)] = [
            ("lyre", ["keys", "new", ring.path("otto")], "never written over"),
            ("lyre", ["keys", "show", ring.path("nobody.key")], "cannot be read"),
            (
                "lyre",
                ["keys", "allow", ring.path("otto.pub"), "--as", "king", "--list", ring.list],
                "there is no role 'king'"
            ),
            (
                "lyre-decoder",
                ["--model", Programs.model, "--key", ring.path("otto.pub"), "--allow", ring.list],
                "everybody can read"
            ),
            (
                "lyre-decoder",
                ["--model", Programs.model, "--key", ring.path("otto.key"), "--allow", "/nowhere"],
                "cannot be read"
            ),
            (
                // To be read, but not as a list: nobody would be allowed.
                "lyre-decoder",
                ["--model", Programs.model, "--key", ring.path("otto.key"), "--allow", "/tmp"],
                "cannot be read"
            ),
        ]
        let before = try String(contentsOfFile: ring.list, encoding: .utf8)
        for (program, arguments, expected) in cases {
            let outcome = try await Programs.run(program, arguments)
            #expect(outcome.status == 1)
            #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
            #expect(outcome.errors.contains(expected), "\(outcome.errors)")
        }
        #expect(try String(contentsOfFile: ring.list, encoding: .utf8) == before)
        let shown = try await Programs.run("lyre", ["keys", "show", ring.path("otto.key")])
        let published = try String(contentsOfFile: ring.path("otto.pub"), encoding: .utf8)
        #expect(shown.text == published)
    }
}
