import EngineSupervisor
import Testing

@Suite struct EngineProfileTests {
    private func command(_ name: String, _ yaml: String = "") throws -> [String] {
        var profiles = EngineProfiles()
        try profiles.add(yaml: yaml, file: "mine.yaml")
        return EngineCommand(try profiles.named(name), port: 7).words
    }

    private let own = [
        "--host", "127.0.0.1", "--port", "7", "--served-model-name",
        "canopylabs/orpheus-3b-0.1-ft",
    ]

    @Test func theArticlesDeploymentFlagForFlag() throws {
        let start = ["vllm", "serve", "canopylabs/orpheus-3b-0.1-ft"] + own
        let flags = [
            "--enable-chunked-prefill", "--enable-prefix-caching", "--dtype", "auto",
            "--max-num-batched-tokens", "512", "--max-num-seqs", "2",
        ]
        #expect(try command("article") == start + flags)
        #expect(try command("article-fp8") == start + flags
            + ["--quantization", "fp8", "--gpu-memory-utilization", "0.35"])
        #expect(EngineProfiles().names == ["article", "article-fp8", "throughput"])
    }

    @Test func aProfileIsLikeAnotherButForWhatItSays() throws {
        let yaml = """
            mine:
              like: also-mine
              flags:
                max-num-seqs: 4
                dtype: false
                lora-modules: [a=b, c=d]
                served: "true"
              environment: {A: 1}
              program: python -m server --model
            also-mine:
              like: article
              model: /models/o'brien
              flags: {enable-prefix-caching: false}
              ready-within: 5
            """
        var profiles = EngineProfiles()
        try profiles.add(yaml: yaml, file: "mine.yaml")
        let mine = EngineCommand(try profiles.named("mine"), port: 7, apiKey: "secret")
        #expect(mine.words == [
            "python", "-m", "server", "--model", "/models/o'brien", "--host", "127.0.0.1",
            "--port", "7", "--served-model-name", "/models/o'brien",
            "--enable-chunked-prefill", "--max-num-batched-tokens", "512", "--max-num-seqs", "4",
            "--lora-modules", "a=b", "c=d", "--served", "true",
        ])
        #expect(mine.environment == ["A": "1", "VLLM_API_KEY": "secret"])
        #expect(mine.description.contains(#"--served-model-name '/models/o'\''brien' --enable"#))
        #expect(!mine.description.contains("secret"))
        #expect(try profiles.named("mine").readyWithin == .seconds(5))
        #expect(try profiles.named("article").flags.count == 5)
    }

    @Test func aFileCanReplaceAProfile() throws {
        let words = try command("article", "article: {like: article, flags: {max-num-seqs: 9}}")
        #expect(words.suffix(2) == ["--max-num-seqs", "9"])
        #expect(words.contains("--enable-chunked-prefill"))
    }

    @Test func theHostsProgramIsForProfilesThatNameNone() throws {
        var profile = try EngineProfiles().named("article")
        profile.flags.set(EngineFlag("tensor-parallel-size", "2"))
        let words = EngineCommand(profile, port: 7, program: ["x"]).words
        #expect(words.prefix(2) == ["x", profile.model])
        #expect(profile.value(of: "max-num-seqs") == "2")
        #expect(profile.value(of: "enable-prefix-caching") == nil)
        #expect(EngineCommand(profile, port: 7).words.suffix(2) == ["--tensor-parallel-size", "2"])
        profile.program = ["y"]
        #expect(EngineCommand(profile, port: 7, program: ["x"]).words.first == "y")
    }

    @Test(arguments: [
        ("a: [", "mine.yaml is no YAML"),
        ("[a]", "mine.yaml, line 1: profiles by name are expected"),
        ("a:", "mine.yaml, line 1: 'a' has no keys"),
        ("a: {flags: {}}", "'a' has no model"),
        ("a: {model: m, flag: {}}", "'a' has the key 'flag'; there are like, model, program"),
        ("a: {like: b}", "'a' is like 'b', which there is not"),
        ("a: {like: b}\nb: {like: a}", "is like itself"),
        ("a: {like: a}", "'a' is like 'a', which there is not"),
        ("a: {model: m, ready-within: soon}", "ready-within is a number of seconds"),
        ("a:\n  model: m\n  flags:\n    port: 8", "line 4: --port is not for a profile to set"),
        ("a: {model: m, flags: {api-key: x}}", "a key goes by the environment"),
        ("a: {model: m, flags: {--x: 1}}", "'--x' is no flag's name without its dashes"),
        ("a: {model: m, flags: {x: {y: 1}}}", "x is one value"),
        ("a: {model: m, program: ''}", "program is empty"),
    ])
    func whatIsWrongIsSaidWithItsLine(yaml: String, expected: String) {
        let error = #expect(throws: EngineProfileError.self) { try command("a", yaml) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }

    @Test func anUnknownNameListsThoseThereAre() {
        let error = #expect(throws: EngineProfileError.self) { try command("nothing") }
        #expect(error?.description
            == "there is no profile 'nothing'; there are article, article-fp8, throughput")
    }
}
