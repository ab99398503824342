import Foundation
import Testing

/// Against a real vLLM on this machine's CPUs (tools/vllm-cpu), which takes minutes and 6 GB:
/// only where LYRE_VLLM_CPU is set. LYRE_VLLM_HOME names an installation that is there already.
/// Apart from the other process tests, whose time would not do.
@Suite(
    "A real vLLM", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["LYRE_VLLM_CPU"] != nil),
    .timeLimit(.minutes(90)))
struct RealEngineTests {
    private static let text = "The lazy cat has seven green boxes, and keeps them in the garden."

    /// Servers that come back when they die, and a token service before them.
    private struct Farm {
        let replicas: Replicas
        let tokens: Service

        static func start(replicas count: Int = 2, _ flags: [String] = []) async throws -> Farm {
            let replicas = try await Replicas.start(count: count, flags)
            let tokens = try await Service.start(
                "lyre-tokens",
                [
                    "--vllm", replicas.urls.joined(separator: ","), "--model", "orpheus",
                    "--streams", "4", "--admin", "127.0.0.1:0",
                ])
            return Farm(replicas: replicas, tokens: tokens)
        }

        func stop() async {
            await tokens.stop()
            await replicas.stop()
        }

        func untilAllAreReady() async throws {
            let all = Double(replicas.urls.count)
            while try await tokens.metric("lyre_tokens_engines{condition=\"ready\"}") < all {
                try await Task.sleep(for: .milliseconds(200))
            }
        }

        func call(_ seed: Int, _ more: [String] = []) async throws -> Child {
            try await Child(
                Programs.url("lyre"),
                ["tokens", "--endpoint", tokens.endpoint, "--seed", "\(seed)"] + more + [text])
        }

        /// Frames of a call that ended well.
        func frames(_ call: Child, after first: String? = nil) async throws -> [[Int]] {
            let rest = String(decoding: await call.readAll(), as: UTF8.self)
            let status = await call.waitUntilExit()
            let said = await call.errors.all()
            #expect(status == 0, "\(said)")
            let lines = (first.map { [Substring($0)] } ?? []) + rest.split(separator: "\n")
            return lines.map { $0.split(separator: " ").compactMap { Int($0) } }
        }
    }

    @Test("two hundred generations: every frame is whole and valid, and each ends well")
    func generations() async throws {
        let farm = try await Farm.start()
        var frames = 0
        for start in stride(from: 0, to: 200, by: 4) {
            var calls: [Child] = []
            for seed in start..<start + 4 { calls.append(try await farm.call(seed)) }
            for call in calls {
                let spoken = try await farm.frames(call)
                #expect(!spoken.isEmpty)
                #expect(spoken.allSatisfy { $0.count == 7 && $0.allSatisfy((0..<4096).contains) })
                frames += spoken.count
            }
        }
        #expect(try await farm.tokens.metric("lyre_tokens_dropped_total") == 0)
        #expect(try await farm.tokens.metric("lyre_tokens_failures_total") == 0)
        let rolls = try await farm.tokens.metric("lyre_tokens_rolls_total")
        print("200 generations of a real vLLM: \(frames) frames, begun again \(Int(rolls)) times")
        await farm.stop()
    }

    @Test("the canary proves a real server's prompt ids, stop id and penalty")
    func canary() async throws {
        let farm = try await Farm.start()
        let line = await farm.tokens.child.errors.line(containing: "examined: ")
        let holds = "prompt ids holds, stop id holds, repetition penalty holds"
        #expect(line?.contains(holds) == true, "\(line ?? "nothing")")
        await farm.stop()
    }

    @Test("a replica that is killed in mid-stream, again and again: every stream ends well")
    func killing() async throws {
        let rounds = Int(ProcessInfo.processInfo.environment["LYRE_VLLM_KILLS"] ?? "") ?? 3
        let farm = try await Farm.start(["--frames", "100"])
        var resumed = 0
        for round in 0..<rounds {
            try await farm.untilAllAreReady()
            let calls = [try await farm.call(round), try await farm.call(1000 + round)]
            var firsts: [String] = []
            for call in calls { firsts.append(try #require(await call.line())) }
            let victim = try await farm.replicas.busiest()
            farm.replicas.kill(victim)
            for (call, first) in zip(calls, firsts) {
                let frames = try await farm.frames(call, after: first)
                #expect(frames.allSatisfy { $0.count == 7 })
                if await call.errors.all().contains("resumed") { resumed += 1 }
            }
            print("kill \(round + 1) of \(rounds): \(resumed) streams went on elsewhere so far")
            try await farm.replicas.again()
        }
        #expect(resumed > 0)
        #expect(try await farm.tokens.metric("lyre_tokens_failures_total") == 0)
        await farm.stop()
    }

    @Test("a replica that hangs, and one that is told to end: streams go on at the other one")
    func hanging() async throws {
        let farm = try await Farm.start(["--frames", "100"])
        for signal in [SIGSTOP, SIGTERM] {
            try await farm.untilAllAreReady()
            let call = try await farm.call(7)
            let first = try #require(await call.line())
            let victim = try await farm.replicas.busiest()
            farm.replicas.send(signal, to: victim)
            _ = try await farm.frames(call, after: first)
            #expect(await call.errors.all().contains("resumed"))
            if signal == SIGSTOP { farm.replicas.kill(victim) }
            try await farm.replicas.again()
        }
        await farm.stop()
    }

    /// One server: it ends a request between two steps of its model, and a step takes up to 0.3 s
    /// where the idle loops of a second one, which spin for a second each, want the same two cores.
    @Test("a client that leaves frees its place at the server")
    func leaving() async throws {
        let farm = try await Farm.start(replicas: 1, ["--frames", "0"])
        try await farm.untilAllAreReady()
        var times: [Duration] = []
        for round in 0..<10 {
            let call = try await farm.call(round, ["--limit", "1500"])
            _ = try #require(await call.line())
            let url = farm.replicas.urls[0]
            try #require(try await HTTP.get("\(url)/metrics").metric("vllm:num_requests_running") == 1)
            call.signal(SIGKILL)
            let killed = ContinuousClock.now
            while try await HTTP.get("\(url)/metrics").metric("vllm:num_requests_running") > 0 {}
            times.append(killed.duration(to: .now))
            await call.waitUntilExit()
        }
        let sorted = times.sorted().map { "\(Int($0 / .milliseconds(1)))" }
        print("a client was killed; its place was free after \(sorted.joined(separator: ", ")) ms")
        await farm.stop()
    }
}
