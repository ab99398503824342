import Testing

/// The arrows between modules, as the architecture draws them.
@Suite("Arrows between modules")
struct ArrowTests {
    private let modules: [String: Module]
    private let swift: Set<String>
    private let c: Set<String>

    private let knowledge: Set = [
        "Orpheus", "SpeechText", "SNAC", "PCMAudio", "DemoVoice", "Pictures", "EnginePlanning",
    ]
    private let services: Set = ["TextFrontend", "TokenService", "DecoderService", "DemoEngine"]
    private let programs: Set = [
        "lyre-text", "lyre-tokens", "lyre-decoder", "lyre-guard", "lyre-demo-engine", "lyre",
    ]
    private let plumbing: Set = [
        "WireMessages", "LyreRPC", "ZeroMQTransport", "StreamingHTTP", "ModelHub", "Observability",
        "EngineSupervisor", "ServiceHost", "ChildProcesses", "Traces", "ListFiles",
    ]
    /// Knowledge that needs hardware and its drivers.
    private let devices: Set = ["SNACCUDA"]

    init() throws {
        let all = try Module.all()
        modules = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
        c = Set(
            modules.keys.filter { $0.hasPrefix("C") && $0.dropFirst().first?.isUppercase == true })
        swift = Set(modules.keys).subtracting(c)
    }

    /// What a module imports of our own.
    private func ours(_ name: String) -> Set<String> {
        modules[name]!.imports.intersection(modules.keys)
    }

    @Test("every module has its place")
    func known() {
        #expect(swift == knowledge.union(devices).union(services).union(programs).union(plumbing))
    }

    @Test("knowledge knows nothing of RPC, logs, metrics or sockets")
    func knowing() {
        for name in knowledge {
            #expect(ours(name).isSubset(of: knowledge.union(["CSNACKernels", "CPNG"])), "\(name)")
            let others = modules[name]!.imports.subtracting(modules.keys)
            #expect(
                others.isSubset(of: ["Foundation", "Synchronization", "Dispatch", "Glibc"]),
                "\(name)")
        }
    }

    @Test("a device's backend knows the decoder that it runs, and nothing of the farm")
    func devicesKnow() {
        #expect(ours("SNACCUDA") == ["SNAC", "CSNACCUDA"])
        #expect(
            modules["SNACCUDA"]!.imports.subtracting(modules.keys)
                .isSubset(of: ["Foundation", "Synchronization"]))
    }

    @Test("LyreRPC knows neither sockets nor messages")
    func rpc() {
        #expect(ours("LyreRPC") == [])
        // Of the system it knows queues to run on, and the monotonic clock.
        #expect(
            modules["LyreRPC"]!.imports.isSubset(
                of: ["DequeModule", "Synchronization", "Dispatch", "Glibc"]))
    }

    @Test("a service imports its knowledge and the RPC, no other service and no transport")
    func serving() {
        let common: Set = ["LyreRPC", "WireMessages"]
        let allowed: [String: Set<String>] = [
            "TextFrontend": common.union(["Orpheus", "SpeechText"]),
            "TokenService": common.union(["Orpheus", "StreamingHTTP", "ListFiles"]),
            "DecoderService": common.union(["Orpheus", "SNAC", "PCMAudio"]),
            // A stand-in for a foreign program: it speaks HTTP, and knows nothing of the farm.
            "DemoEngine": ["Orpheus", "SNAC", "PCMAudio", "DemoVoice", "CFlite", "Observability"],
        ]
        for name in services { #expect(ours(name).isSubset(of: allowed[name]!), "\(name)") }
    }

    @Test("a service's program imports that service alone")
    func running() {
        let own = [
            "lyre-text": "TextFrontend", "lyre-tokens": "TokenService",
            "lyre-decoder": "DecoderService", "lyre-demo-engine": "DemoEngine",
        ]
        for (program, service) in own {
            #expect(ours(program).intersection(services) == [service])
        }
        #expect(ours("lyre").isDisjoint(with: services))
    }

    @Test("plumbing imports no service and no knowledge")
    func carrying() {
        for name in plumbing {
            #expect(ours(name).isDisjoint(with: services.union(knowledge)), "\(name)")
        }
        #expect(ours("WireMessages") == ["LyreRPC", "CLyreProto"])
        #expect(ours("ListFiles") == [])
        #expect(ours("ZeroMQTransport") == ["LyreRPC", "WireMessages", "ListFiles", "CZeroMQ"])
        #expect(ours("StreamingHTTP") == ["CCurl"])
        #expect(ours("ModelHub") == ["StreamingHTTP"])
        #expect(ours("Traces") == ["StreamingHTTP"])
        #expect(ours("ChildProcesses") == [])
        #expect(ours("Observability") == ["CMalloc"])
        #expect(ours("EngineSupervisor") == [])
    }

    @Test("each C module has one importer")
    func shared() {
        for name in c {
            let importers = swift.filter { modules[$0]!.imports.contains(name) }
            #expect(importers.count == 1, "\(name): \(importers.sorted())")
        }
    }
}
