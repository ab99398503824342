import LyreRPC
import TestSupport
import Testing

/// What servers do with more calls than they have places for.
@Suite(.timeLimit(.minutes(1)))
struct OverloadTests {
    /// Two servers with four places each, whose calls end round by round.
    private struct Farm {
        static let places = 8
        let frames = Recorder<Crossing>()
        let transport: InProcessTransport
        let admissions = [Admission(capacity: places / 2), Admission(capacity: places / 2)]
        let rounds = (0..<5).map { _ in Latch() }
        let channel: Channel

        init() async {
            let (frames, rounds, time) = (frames, rounds, ManualTime())
            let transport = InProcessTransport(time: time) { frame, direction in
                frames.record(Crossing(frame: frame, direction: direction))
                return frame
            }
            let endpoints = admissions.enumerated().map { number, admission in
                var registry = Registry()
                registry.limit("Test", to: admission)
                registry.unary(Test.echo) { note, _ in
                    try await rounds[Int(note.text)!].wait()
                    return note
                }
                return transport.serve(
                    RPCServer(registry: registry, schema: 0), as: "\(number)")
            }
            self.transport = transport
            let channel = Channel(
                service: "Test", resolver: StaticResolver(endpoints), connector: transport,
                time: time)
            self.channel = channel
            await until { channel.readyEndpoints.count == 2 }
        }

        var active: Int { admissions.map(\.active).reduce(0, +) }

        /// Makes calls one after another, and ends those that were taken when all have been made.
        /// - Returns: How many were answered, and how many refused before any was answered.
        func round(_ number: Int, offered: Int) async -> (good: Int, refused: Int) {
            let refusals = Recorder<RPCError>()
            var calls: [Task<Bool, Never>] = []
            for count in 1...offered {
                calls.append(
                    Task {
                        let error = await failure {
                            try await channel.unary(Test.echo, Note("\(number)"))
                        }
                        if let error { refusals.record(error) }
                        return error == nil
                    })
                await until { active + refusals.all.count == count }
            }
            let refused = refusals.all.count { $0.code == .resourceExhausted }
            rounds[number].open()
            var good = 0
            for call in calls where await call.value { good += 1 }
            await until { active == 0 }
            await transport.advance(by: .milliseconds(500))
            return (good, refused)
        }
    }

    @Test(arguments: [1, 2, 3, 10])
    func goodputStaysAndTheRestIsRefusedAtOnce(_ load: Int) async {
        let farm = await Farm()
        for number in farm.rounds.indices {
            let (good, refused) = await farm.round(number, offered: load * Farm.places)
            #expect(good == Farm.places)
            #expect(refused == (load - 1) * Farm.places)
        }
        // Nobody made a refused call twice: both servers were known to be full.
        let opens = farm.frames.all.count { $0.frame.open != nil }
        #expect(opens == farm.rounds.count * load * Farm.places)
        #expect(farm.channel.report.counts.retries == 0)
        #expect(farm.channel.report.counts.ejections == 0)
    }

    /// A refusal costs the server one frame in and one out, and no task.
    @Test func aRefusedCallIsOneFrameEachWay() async {
        let farm = await Farm()
        let before = farm.frames.all.count
        let (_, refused) = await farm.round(0, offered: 3 * Farm.places)
        let calls = farm.frames.all.dropFirst(before).count {
            $0.frame.open != nil || $0.frame.status != nil || $0.frame.isData
        }
        #expect(calls == 2 * 3 * Farm.places)
        #expect(refused == 2 * Farm.places)
    }

    /// A call that waited for a thread until its deadline does not begin any more.
    @Test func aCallThatIsOverIsNotBegun() async {
        let begun = Recorder<Note>()
        var registry = Registry()
        registry.unary(Test.echo, execution: .inline) { note, _ in
            begun.record(note)
            return note
        }
        let time = ManualTime()
        let client = RawClient(RPCServer(registry: registry, schema: 0), time: time)
        let id = await client.hello()
        func frame(_ stream: UInt32, _ note: Note) -> WireFrame {
            let open = Open(
                method: Test.echo.name, timeoutMilliseconds: 10, traceparent: "", end: true)
            return WireFrame(
                session: id, stream: stream, sequence: UInt64(stream), .open(open),
                payload: note.encoded())
        }
        await client.session.receiveLate(frame(1, "late"), time)
        await client.session.receive(frame(2, "in time"))
        _ = await client.frame { $0.stream == 2 && $0.status?.code == .ok }
        #expect(begun.all == ["in time"])
        #expect(
            client.peer.frames.all.compactMap { $0.stream == 1 ? $0.status?.code : nil }
                == [.deadlineExceeded])
    }
}

extension Session {
    /// A frame comes, and its deadline passes, before anything else can run here.
    fileprivate func receiveLate(_ frame: WireFrame, _ time: ManualTime) {
        receive(frame)
        time.advance(by: .milliseconds(10))
        tick(time.now)
    }
}
