import EngineSupervisor
import Foundation
import TestSupport
import Testing

/// The supervisor and its guard with programs that fail in every way.
@Suite(.timeLimit(.minutes(1))) struct EngineSupervisorTests {
    @Test func anEngineIsReadyWhenItSaysSoAndADrainLeavesNothingOfIt() async throws {
        let engine = try FakeEngine([EngineFlag("workers"), EngineFlag("ready-after", "0.3")])
        async let end: Void = engine.supervisor.run()
        await engine.ready()
        #expect(engine.supervisor.condition == .ready)
        #expect(engine.conditions.all.contains(
            .unready("the engine is starting: Loading weights:  50%")))
        #expect(engine.processes.count == 3)
        #expect(engine.processes.allSatisfy(isAlive))
        engine.supervisor.drain()
        try await end
        #expect(engine.processes.filter(isAlive) == [])
        #expect(engine.supervisor.condition == .unready("the engine has ended"))
        let line = try #require(engine.log.lines.all.first { $0.text.hasPrefix("program") })
        #expect(line.level == .info)
        #expect(line.metadata == ["process": "APIServer", "source": "fake.py:1"])
        let access = engine.log.lines.all.filter { $0.text.contains("GET /health") }
        #expect(!access.isEmpty && access.allSatisfy { $0.level == .trace })
    }

    @Test func flagsThatAreRefusedAreReportedInTheProgramsWords() async throws {
        let engine = try FakeEngine([EngineFlag("no-such-flag", "3")])
        let error = await #expect(throws: EngineFailure.self) { try await engine.supervisor.run() }
        #expect(error?.description == "the engine ended before it was ready (exit status 2): "
            + "fake_engine.py: error: unrecognized arguments: --no-such-flag 3")
        #expect(engine.log.lines.all.count { $0.text == "the engine starts" } == 1)
    }

    @Test func aProgramThatIsMissingIsNamed() async throws {
        let engine = try FakeEngine(program: ["/no/such/vllm", "serve"])
        let error = await #expect(throws: EngineFailure.self) { try await engine.supervisor.run() }
        #expect(error?.description == "the engine ended before it was ready (exit status 127): "
            + "cannot run '/no/such/vllm': No such file or directory")
    }

    @Test func aCrashIsToldAndTheEngineStartedAgain() async throws {
        let mark = FileManager.default.temporaryDirectory
            .appending(path: "lyre-crash-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: mark) }
        let engine = try FakeEngine([EngineFlag("crash", mark)])
        async let end: Void = engine.supervisor.run()
        await engine.ready()
        #expect(engine.conditions.all.contains(.unready(
            "the engine ended before it was ready (exit status 1): "
                + "ValueError: no room for the cache; it is started again soon")))
        engine.supervisor.drain()
        try await end
    }

    @Test func anEngineThatCrashesAgainAndAgainIsGivenUp() async throws {
        let engine = try FakeEngine([EngineFlag("crash", "/no/such/mark")]) { $0.attempts = 3 }
        let error = await #expect(throws: EngineFailure.self) { try await engine.supervisor.run() }
        #expect(error?.description.hasSuffix("; it has failed 3 times in a row") == true)
        #expect(engine.log.processes("program").count == 3)
    }

    /// A server whose main process is killed leaves its workers, and they the memory of the GPU.
    @Test func workersAreGoneBeforeTheNextStart() async throws {
        let engine = try FakeEngine([EngineFlag("workers")])
        async let end: Void = engine.supervisor.run()
        await engine.ready()
        let first = engine.processes
        kill(engine.log.processes("program")[0], SIGKILL)
        await engine.log.lines.wait { $0.count { $0.text == "the engine starts" } == 2 }
        #expect(first.filter(isAlive) == [])
        await engine.ready(times: 2)
        engine.supervisor.drain()
        try await end
        #expect(engine.processes.filter(isAlive) == [])
    }

    @Test func whenTheGuardIsKilledItsProgramDies() async throws {
        let engine = try FakeEngine()
        async let end: Void = engine.supervisor.run()
        await engine.ready()
        let program = engine.log.processes("program")[0]
        kill(getpgid(program), SIGKILL)
        await engine.ready(times: 2)
        #expect(!isAlive(program))
        engine.supervisor.drain()
        try await end
    }

    @Test func anEngineThatIsDeafToItsEndIsKilled() async throws {
        let engine = try FakeEngine([EngineFlag("deaf"), EngineFlag("workers")])
        async let end: Void = engine.supervisor.run()
        await engine.ready()
        engine.supervisor.drain()
        try await end
        #expect(engine.log.lines.all.contains { $0.text.contains("it is killed") })
        #expect(engine.processes.filter(isAlive) == [])
    }

    @Test func anEngineWhoseHealthFailsIsStartedAgain() async throws {
        let engine = try FakeEngine([EngineFlag("sick-after", "3")])
        async let end: Void = engine.supervisor.run()
        await engine.ready(times: 2)
        #expect(engine.conditions.all.contains(.unready("the engine answers 500")))
        #expect(engine.log.processes("program").count == 2)
        engine.supervisor.drain()
        try await end
    }

    @Test func anEngineThatIsNeverReadyIsGivenUp() async throws {
        let engine = try FakeEngine([EngineFlag("ready-after", "1000")]) {
            $0.readyWithin = .milliseconds(300)
            $0.attempts = 2
        }
        let error = await #expect(throws: EngineFailure.self) { try await engine.supervisor.run() }
        #expect(error?.description
            == "the engine was not ready within 0.3 s; it has failed 2 times in a row")
        #expect(engine.processes.filter(isAlive) == [])
    }

    @Test func cancellationKillsIt() async throws {
        let engine = try FakeEngine([EngineFlag("deaf"), EngineFlag("workers")])
        let run = Task { try await engine.supervisor.run() }
        await engine.ready()
        run.cancel()
        try await run.value
        await until { engine.processes.filter(isAlive).isEmpty }
    }
}
