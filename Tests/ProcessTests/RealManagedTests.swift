import Foundation
import Testing

/// lyre-tokens that starts a real vLLM on this machine's CPUs; see ``RealEngineTests``.
@Suite(
    "A real vLLM, managed",
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["LYRE_VLLM_CPU"] != nil),
    .timeLimit(.minutes(30)))
struct RealManagedTests {
    private let scratch: Scratch
    private let arguments: [String]

    init() async throws {
        scratch = try Scratch()
        let tools = Programs.root.appendingPathComponent("tools/vllm-cpu")
        let given = ProcessInfo.processInfo.environment["LYRE_VLLM_HOME"]
        let home = given ?? Programs.root.appendingPathComponent(".build/vllm-cpu").path
        if given == nil {
            try await Self.run(tools.appendingPathComponent("install").path, [home])
        }
        try await Self.run(
            "\(home)/bin/python",
            [tools.appendingPathComponent("tiny_orpheus.py").path, scratch.path("model")])
        // What a CPU needs besides; all else is the profile's.
        let profiles = try scratch.write(
            "profiles.yaml",
            Data(
                """
                cpu:
                  like: throughput
                  flags: {enforce-eager: true, max-num-seqs: 4}
                  environment:
                    VLLM_CPU_KVCACHE_SPACE: 1
                    VLLM_USE_V2_MODEL_RUNNER: 0
                    VLLM_NO_USAGE_STATS: 1
                    HF_HUB_OFFLINE: 1
                wrong: {like: cpu, flags: {enable-slots: true}}
                fp8: {like: cpu, flags: {quantization: fp8}}
                """.utf8))
        arguments = [
            "--profiles", profiles, "--vllm-program", "\(home)/bin/vllm serve", "--model",
            scratch.path("model"), "--listen", "tcp://127.0.0.1:0", "--admin", "127.0.0.1:0",
        ]
    }

    private static func run(_ program: String, _ arguments: [String]) async throws {
        let outcome = try await Programs.run(program, arguments)
        guard outcome.status == 0 else {
            throw StartFailed(name: program, errors: outcome.errors)
        }
    }

    private func readyz(_ service: Service, _ status: Int) async throws -> String {
        let admin = try await service.admin
        while true {
            let reply = try await HTTP.get("\(admin)/readyz")
            if reply.status == status { return reply.text }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func speak(_ service: Service, seed: Int) async throws {
        let spoken = try await Programs.run(
            "lyre", ["tokens", "--endpoint", service.endpoint, "--seed", "\(seed)", "Hello."])
        #expect(spoken.status == 0, "\(spoken.errors)")
        #expect(!spoken.output.isEmpty)
    }

    @Test("it speaks, comes back when it is killed or hangs, and leaves nothing behind")
    func life() async throws {
        let tokens = try await Service.start("lyre-tokens", ["--managed", "cpu"] + arguments)
        _ = try await readyz(tokens, 200)
        for seed in 0..<4 { try await speak(tokens, seed: seed) }
        var all: [Int32] = []
        // The guard, vLLM's server, and what that has started, the worker last.
        for signal in [SIGKILL, SIGSTOP] {
            let processes = Descendants.of(tokens.child.identifier)
            #expect(processes.count >= 4)
            all += processes
            kill(signal == SIGKILL ? processes[1] : processes.last!, signal)
            print("signal \(signal): " + (try await readyz(tokens, 503)), terminator: "")
            _ = try await readyz(tokens, 200)
            try await speak(tokens, seed: 9)
        }
        #expect(try await tokens.metric("lyre_tokens_engine_starts") == 3)
        all += Descendants.of(tokens.child.identifier)
        tokens.child.signal(SIGKILL)
        while !all.filter(Descendants.isAlive).isEmpty {
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @Test("a flag that it refuses is reported in its words")
    func refusal() async throws {
        let outcome = try await Programs.run(
            "lyre-tokens", ["--managed", "wrong", "--log-level", "critical"] + arguments)
        #expect(outcome.status == 1)
        #expect(outcome.errors.isOneSentence, "\(outcome.errors)")
        #expect(outcome.errors.contains(
            "(exit status 2): vllm: error: unrecognized arguments: --enable-slots"))
    }

    @Test("a crash is reported by its cause, not by what follows from it")
    func crash() async throws {
        let tokens = try await Service.start("lyre-tokens", ["--managed", "fp8"] + arguments)
        let admin = try await tokens.admin
        var text = ""
        while !text.contains("exit status") {
            text = try await HTTP.get("\(admin)/readyz").text
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(text.contains("(exit status 1): RuntimeError: _C::static_scaled_fp8_quant()"))
        await tokens.stop()
    }
}
