import Testing

/// What starts Lyre's programs, held against what these say of themselves.
@Suite("Command lines of deploy/")
struct CommandLineTests {
    private static func launches() async throws -> [Launch] {
        let services = try Compose.services()
        var launches = services.compactMap(\.launch) + services.compactMap(\.healthcheck)
        launches += try Unit.all().compactMap { try $0.launch() }
        guard try await Manifests.canBeRendered else { return launches }
        for overlay in Manifests.overlays { launches += try await Manifests(overlay).launches }
        return launches
    }

    @Test("every flag and setting is one that the program has")
    func flags() async throws {
        let launches = try await Self.launches()
        // Three services in each kind of deployment, at the least.
        #expect(launches.count >= 11)
        var options: [[String]: Set<String>] = [:]
        for launch in launches {
            let program =
                [launch.program] + (launch.program == "lyre" ? launch.arguments.prefix(1) : [])
            if options[program] == nil { options[program] = try await Options.of(program) }
            let known = try #require(options[program])
            #expect(known.count > 3, "\(launch.program) lists its flags otherwise than it did")
            for name in launch.flags + launch.settings.keys {
                #expect(known.contains(name), "\(launch): \(launch.program) has no --\(name)")
            }
        }
    }

    @Test("a flag that is not there is seen")
    func wrong() throws {
        let launch = try #require(
            Launch(
                place: "a test",
                words: ["/usr/bin/taskset", "/usr/local/bin/lyre-text", "--toknes=x"]))
        #expect(launch.program == "lyre-text")
        #expect(launch.flags == ["toknes"])
        let other = Launch(place: "a test", words: ["vllm", "--model=x"])
        #expect(other?.program == nil)
    }

    @Test(
        "vLLM runs with the article's flags in compose, and each replica gets what it can work on")
    func engine() throws {
        let farm = try Compose.farm()
        let vllm = try #require(farm["vllm"]).yaml
        #expect(vllm["image"].text == "vllm/vllm-openai")
        #expect(vllm["ports"].items.compactMap(\.text) == ["2243:8000"])
        #expect(vllm["ipc"].text == "host")
        let flags = Set(vllm["command"].items.compactMap(\.text))
        #expect(
            flags.isSuperset(of: [
                "--model=canopylabs/orpheus-3b-0.1-ft", "--enable-chunked-prefill",
                "--enable-prefix-caching", "--dtype=auto", "--max-num-batched-tokens=512",
            ]))
        let streams = try #require(farm["tokens"]?.launch?.value("streams"))
        #expect(flags.contains("--max-num-seqs=\(streams)"))
    }
}
