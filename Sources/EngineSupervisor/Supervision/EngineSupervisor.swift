import Logging
import Synchronization

/// Keeps an inference server running: starts it, asks whether it is ready, starts it again when it
/// ends or no longer answers, passes its log on, and ends it with all that it started.
public final class EngineSupervisor: Sendable {
    /// Asks the engine whether it works. To answer within a few seconds.
    public typealias Probe = @Sendable () async -> ProbeAnswer

    private enum Event: Sendable {
        case beat(ProbeAnswer?)
        case ended(EngineExit)
        case drain
    }

    private let command: EngineCommand
    private let port: ReservedPort
    private let policy: RestartPolicy
    private let logger: Logger
    private let beat: Duration
    private let probe: Probe
    private let onChange: @Sendable (EngineCondition) -> Void
    private let (events, inlet) = AsyncStream<Event>.makeStream()
    private let output: EngineOutput
    private let isProbed = Atomic<Bool>(false)
    private let launches = Atomic<Int>(0)
    private let latest = Mutex(EngineCondition.unready("the engine is about to start"))

    /// - Parameters:
    ///   - port: The command's, which is nobody else's while there is a supervisor.
    ///   - logger: Gets the program's lines, at their levels.
    ///   - beat: From one health check to the next.
    ///   - onChange: Is told of each new condition, in order.
    public init(
        _ command: EngineCommand, port: ReservedPort, policy: RestartPolicy = RestartPolicy(),
        logger: Logger, beat: Duration = .milliseconds(500), probe: @escaping Probe,
        onChange: @escaping @Sendable (EngineCondition) -> Void = { _ in }
    ) {
        self.command = command
        self.port = port
        self.policy = policy
        self.logger = logger
        self.beat = beat
        self.probe = probe
        self.onChange = onChange
        output = EngineOutput(logger: logger)
    }

    /// Whether calls may go there now.
    public var condition: EngineCondition { latest.withLock { $0 } }

    /// How often it was started.
    public var starts: Int { launches.load(ordering: .relaxed) }

    /// Ends the engine: SIGTERM, and SIGKILL when it takes too long. ``run()`` returns then.
    public func drain() { inlet.yield(.drain) }

    /// Runs the engine until ``drain()``; to be called once. When the task is cancelled the engine
    /// is killed.
    /// - Throws: ``EngineFailure`` when it fails again and again, or cannot be started at all.
    public func run() async throws(EngineFailure) {
        let program = try GuardProgram.path()
        let beats = Task { await self.beats() }
        defer { beats.cancel() }
        let clock = ContinuousClock()
        let start = clock.now
        var machine = SupervisorStateMachine(policy, random: SystemRandomNumberGenerator())
        var process: GuardedProcess?

        func act(_ action: SupervisorStateMachine<SystemRandomNumberGenerator>.Action?) {
            switch action {
            case .start?:
                do { process = try launch(program) } catch {
                    output.say(error.description)
                    inlet.yield(.ended(.notStarted))
                }
            case .terminate?: process?.terminate()
            case .kill?:
                logger.warning("the engine does not end: it is killed")
                process?.kill()
            case nil: break
            }
        }

        for await event in events {
            let now = clock.now - start
            switch event {
            case .beat(let answer): act(machine.beat(now, answer))
            case .drain: act(machine.drain(now))
            case .ended(let exit):
                process = nil
                machine.ended(now, exit, words: output.finish())
            }
            isProbed.store(machine.isProbed, ordering: .relaxed)
            tell(machine.condition(line: output.lastLine))
            if case .ended(let failure) = machine.state {
                if let failure { throw failure }
                return
            }
        }
        // Cancelled. The guard lives on for as long as its program does.
        process?.kill()
    }

    private func launch(_ program: String) throws(EngineFailure) -> GuardedProcess {
        output.begin()
        launches.add(1, ordering: .relaxed)
        logger.notice("the engine starts", metadata: ["command": "\(command)"])
        return try GuardedProcess(
            guard: program, grace: Int(policy.grace.components.seconds), command,
            onOutput: { [output] in output.take($0) },
            onEnd: { [inlet] in inlet.yield(.ended($0)) })
    }

    private func beats() async {
        while true {
            let answer = isProbed.load(ordering: .relaxed) ? await probe() : nil
            guard !Task.isCancelled else { return }
            inlet.yield(.beat(answer))
            guard (try? await Task.sleep(for: beat)) != nil else { return }
        }
    }

    private func tell(_ condition: EngineCondition) {
        let isNew = latest.withLock { latest in
            defer { latest = condition }
            return latest != condition
        }
        if isNew { onChange(condition) }
    }
}
