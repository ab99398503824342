import EngineSupervisor
import TestSupport
import Testing

/// What a supervised program does, on a clock that stands still.
@Suite struct SupervisorStateMachineTests {
    private typealias Machine = SupervisorStateMachine<SeededGenerator>

    private static let policy = {
        var policy = RestartPolicy()
        policy.readyWithin = .seconds(100)
        policy.grace = .seconds(10)
        return policy
    }()

    private func machine() -> Machine { Machine(Self.policy, random: SeededGenerator(seed: 1)) }

    /// Started, and ready at that second.
    private func ready(at second: Int = 5) -> Machine {
        var machine = machine()
        _ = machine.beat(.zero, nil)
        _ = machine.beat(.seconds(second), .healthy)
        return machine
    }

    @Test func itStartsAtOnceAndIsReadyWhenItSaysSo() {
        var machine = machine()
        #expect(machine.isProbed == false)
        #expect(machine.beat(.zero, nil) == .start)
        #expect(machine.isProbed == true)
        #expect(machine.beat(.seconds(1), .failing("refuses")) == nil)
        #expect(
            machine.condition(line: "Loading weights")
                == .unready("the engine is starting: Loading weights"))
        #expect(machine.beat(.seconds(2), .healthy) == nil)
        #expect(machine.condition(line: nil) == .ready)
    }

    @Test func whatIsNotReadyInTimeIsEndedAndStartedAgain() {
        var machine = machine()
        _ = machine.beat(.zero, nil)
        #expect(machine.beat(.seconds(99), .failing("refuses")) == nil)
        #expect(machine.beat(.seconds(100), .failing("refuses")) == .terminate)
        #expect(machine.beat(.seconds(109), nil) == nil)
        #expect(machine.beat(.seconds(110), nil) == .kill)
        machine.ended(.seconds(111), .signal(9), words: "some line")
        #expect(
            machine.condition(line: nil)
                == .unready("the engine was not ready within 100 s; it is started again soon"))
        #expect(machine.beat(.seconds(112) + .milliseconds(201), nil) == .start)
    }

    @Test func aBusyEngineMayAnswerLate() {
        var machine = ready()
        #expect(machine.beat(.seconds(10), .failing("is silent")) == nil)
        #expect(machine.beat(.seconds(14), .failing("is silent")) == nil)
        #expect(machine.condition(line: nil) == .ready)
        _ = machine.beat(.seconds(15), .healthy)
        _ = machine.beat(.seconds(16), .failing("is silent"))
        _ = machine.beat(.seconds(20), .failing("is silent"))
        #expect(machine.condition(line: nil) == .ready)
    }

    @Test func whatIsCertainlyDownIsUnreadyAtOnce() {
        var machine = ready()
        #expect(machine.beat(.seconds(10), .down("does not listen")) == nil)
        #expect(machine.condition(line: nil) == .unready("the engine does not listen"))
        _ = machine.beat(.seconds(11), .healthy)
        #expect(machine.condition(line: nil) == .ready)
        _ = machine.beat(.seconds(20), .down("does not listen"))
        #expect(machine.beat(.seconds(50), .down("does not listen")) == .terminate)
        // Before it is ready, nobody listens, and that is no fault.
        var starting = self.machine()
        _ = starting.beat(.zero, nil)
        _ = starting.beat(.seconds(1), .down("does not listen"))
        #expect(starting.condition(line: nil) == .unready("the engine is starting"))
    }

    @Test func whatStaysUnreadyIsStartedAgain() {
        var machine = ready()
        _ = machine.beat(.seconds(10), .failing("answers 500"))
        _ = machine.beat(.seconds(15), .failing("answers 500"))
        #expect(machine.condition(line: nil) == .unready("the engine answers 500"))
        // It may come back by itself.
        _ = machine.beat(.seconds(20), .healthy)
        #expect(machine.condition(line: nil) == .ready)
        _ = machine.beat(.seconds(30), .failing("answers 500"))
        _ = machine.beat(.seconds(35), .failing("answers 500"))
        #expect(machine.beat(.seconds(59), .failing("answers 500")) == nil)
        #expect(machine.beat(.seconds(60), .failing("answers 500")) == .terminate)
        machine.ended(.seconds(61), .signal(15), words: nil)
        #expect(
            machine.condition(line: nil)
                == .unready("the engine answers 500, for 30 s; it is started again soon"))
    }

    /// The waits double, give or take a fifth.
    @Test func failuresInARowAreWaitedForLongerAndLonger() {
        var machine = machine()
        var now = Duration.zero
        for wait in [1.0, 2, 4, 8] {
            #expect(machine.beat(now, nil) == .start)
            machine.ended(now, .status(1), words: "out of memory")
            #expect(machine.beat(now + .seconds(wait * 0.79), nil) == nil)
            now += .seconds(wait * 1.21)
        }
        #expect(machine.beat(now, nil) == .start)
        machine.ended(now, .status(1), words: "out of memory")
        #expect(
            machine.state
                == .ended(
                    EngineFailure(
                        "the engine ended before it was ready (exit status 1): out of memory; "
                            + "it has failed 5 times in a row")))
        #expect(machine.beat(now + .seconds(1000), nil) == nil)
    }

    @Test func anEngineThatRanForLongHasFailedForTheFirstTime() {
        var machine = machine()
        var now = Duration.zero
        for _ in 0..<20 {
            #expect(machine.beat(now, nil) == .start)
            _ = machine.beat(now, .healthy)
            now += .seconds(60)
            machine.ended(now, .signal(9), words: nil)
            now += .seconds(1.21)
        }
        #expect(
            machine.condition(line: nil)
                == .unready(
                    "the engine ended (killed by SIGKILL, as the system does when memory runs out); "
                        + "it is started again soon"))
    }

    @Test func anEngineThatEndsSoonAfterItWasReadyHasFailedInARow() {
        var machine = machine()
        var now = Duration.zero
        var starts = 0
        while machine.beat(now, nil) == .start {
            starts += 1
            _ = machine.beat(now, .healthy)
            machine.ended(now + .seconds(59), .status(1), words: nil)
            now += .seconds(80)
        }
        #expect(starts == 5)
    }

    /// argparse and the shells: the same command would end the same way.
    @Test(arguments: [2, 64, 126, 127] as [Int32])
    func aCommandThatIsRefusedIsNotTriedAgain(status: Int32) {
        var machine = machine()
        _ = machine.beat(.zero, nil)
        machine.ended(
            .seconds(9), .status(status), words: "x: error: unrecognized arguments: --foo")
        #expect(
            machine.state
                == .ended(
                    EngineFailure(
                        "the engine ended before it was ready (exit status \(status)): "
                            + "x: error: unrecognized arguments: --foo")))
    }

    @Test func drainingTerminatesThenKills() {
        var machine = ready()
        #expect(machine.drain(.seconds(20)) == .terminate)
        #expect(machine.isProbed == false)
        #expect(machine.condition(line: nil) == .unready("the engine is ending"))
        #expect(machine.drain(.seconds(21)) == nil)
        #expect(machine.beat(.seconds(29), nil) == nil)
        #expect(machine.beat(.seconds(30), nil) == .kill)
        #expect(machine.beat(.seconds(31), nil) == nil)
        machine.ended(.seconds(32), .signal(9), words: nil)
        #expect(machine.state == .ended(nil))
    }

    @Test func whatWaitsOrEndsAlreadyIsNotStartedAgainAfterADrain() {
        var waiting = machine()
        #expect(waiting.drain(.zero) == nil)
        #expect(waiting.state == .ended(nil))
        #expect(waiting.beat(.seconds(9), nil) == nil)

        var ending = machine()
        _ = ending.beat(.zero, nil)
        #expect(ending.beat(.seconds(100), nil) == .terminate)
        #expect(ending.drain(.seconds(101)) == nil)
        ending.ended(.seconds(102), .signal(15), words: nil)
        #expect(ending.state == .ended(nil))
    }
}
