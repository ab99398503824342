import DecoderService
import LyreRPC
import SNAC
import Testing

private let start = Instant(nanoseconds: 10_000_000_000)

private func codes(_ halves: Int) -> [HalfFrame] { [HalfFrame](repeating: .any, count: halves) }

/// Who is served when, on a clock that the tests move.
@Suite struct ScheduleTests {
    private var schedule = Schedule(policy: BatchPolicy())

    /// A stream whose listener has been sent that much, and begins to play at `start`.
    private mutating func listen(_ id: Int, sound: Duration) {
        var stream = StreamProgress(contextSteps: 0)
        _ = stream.deliver(
            Int(sound.inSeconds * 24_000), at: Instant(nanoseconds: start.nanoseconds - 250_000_000)
        )
        stream.samplesTaken()
        schedule[id] = stream
    }

    private mutating func run(_ turns: [Schedule.Turn]) {
        for turn in turns { schedule[turn.stream]?.endHop(isLast: turn.hop.isLast) }
    }

    @Test mutating func thoseWhoRunDryFirstGoFirst() {
        for (id, lead) in [(1, 300), (2, 90), (3, 200), (4, 10)] {
            listen(id, sound: .milliseconds(lead))
            schedule[id]?.push(codes(1), at: start)
        }
        #expect(schedule.queued(at: start) == 4)
        #expect(schedule.worstLead(at: start) == .milliseconds(10))
        let turns = schedule.nextBatch(at: start)
        #expect(turns.map(\.stream) == [4, 2, 3, 1])
        #expect(schedule.queued(at: start) == 0)
    }

    /// A new stream goes before those with sound left, and after those about to run dry.
    @Test mutating func aNewStreamWaitsForThoseInNeed() {
        listen(1, sound: .milliseconds(20))
        listen(2, sound: .milliseconds(200))
        schedule[3] = StreamProgress(contextSteps: 0)
        for id in 1...3 { schedule[id]?.push(codes(1), at: start) }
        #expect(schedule.nextBatch(at: start).map(\.stream) == [1, 3, 2])
    }

    @Test mutating func aBatchIsBounded() {
        for id in 1...30 {
            listen(id, sound: .milliseconds(id))
            schedule[id]?.push(codes(id % 3 + 1), at: start)
        }
        var seen: [Int] = []
        while true {
            let turns = schedule.nextBatch(at: start)
            if turns.isEmpty { break }
            #expect(turns.count <= 8)
            #expect(turns.reduce(0) { $0 + $1.hop.steps } <= 16)
            seen += turns.map(\.stream)
        }
        // Each is in one batch at most until its engine is done with it, but none is forgotten.
        #expect(Set(seen).count == seen.count)
        #expect(Set(seen) == Set(1...30))
    }

    @Test mutating func aStreamWithManyCodesTakesHops() {
        schedule[1] = StreamProgress(contextSteps: 0)
        schedule[1]?.push(codes(BatchPolicy.mostWaiting), at: start)
        schedule[1]?.end(at: start)
        #expect(schedule[1]?.room == 0)
        var hops: [Hop] = []
        while let turn = schedule.nextBatch(at: start).first {
            hops.append(turn.hop)
            #expect(schedule.nextBatch(at: start).isEmpty)
            run([turn])
        }
        #expect(hops.flatMap(\.codes).count == BatchPolicy.mostWaiting)
        #expect(hops.reduce(0) { $0 + $1.frames } == BatchPolicy.mostWaiting / 2)
        #expect(hops.allSatisfy { $0.steps <= BatchPolicy.mostHop })
        #expect(hops.map(\.isLast) == [false, false, false, false, true])
        #expect(schedule[1]?.isFinished == true)
    }

    /// The more sound a listener has, the more codes its stream waits for.
    @Test(arguments: [(400, 1), (600, 2), (2500, 4), (6000, 8)])
    mutating func hopsGrowWithTheLead(lead: Int, halves: Int) {
        listen(1, sound: .milliseconds(lead))
        for count in 1...halves {
            #expect(schedule.nextBatch(at: start).isEmpty)
            schedule[1]?.push(codes(1), at: start)
            #expect(schedule.queued(at: start) == (count == halves ? 1 : 0))
        }
        #expect(schedule.nextBatch(at: start).map(\.hop.codes.count) == [halves])
    }

    /// It does not wait longer than its lead allows, whatever its sender does.
    @Test mutating func whoWaitsForCodesIsServedInTime() {
        listen(1, sound: .milliseconds(700))
        schedule[1]?.push(codes(1), at: start)
        let ripe = start + .milliseconds(200)
        #expect(schedule.nextRipe == ripe)
        #expect(schedule.nextBatch(at: start + .milliseconds(199)).isEmpty)
        #expect(schedule.nextBatch(at: ripe).count == 1)
    }

    @Test mutating func theEndIsNotWaitedWith() {
        listen(1, sound: .seconds(9))
        schedule[1]?.push(codes(1), at: start)
        schedule[1]?.end(at: start)
        let turn = schedule.nextBatch(at: start).first
        #expect(turn?.hop.isLast == true)
        #expect(turn?.hop.steps == 2 + Vocoder.flushSteps)
    }

    @Test mutating func whoDoesNotTakeItsSamplesGetsNoMore() {
        schedule[1] = StreamProgress(contextSteps: 0)
        schedule[1]?.push(codes(20), at: start)
        let turns = schedule.nextBatch(at: start)
        _ = schedule[1]?.deliver(3000, at: start)
        run(turns)
        #expect(schedule.nextRipe == nil)
        #expect(schedule.nextBatch(at: start + .seconds(60)).isEmpty)
        schedule[1]?.samplesTaken()
        #expect(schedule.nextBatch(at: start + .seconds(60)).count == 1)
    }

    @Test mutating func idleEnginesGetTheirShare() {
        for id in 1...7 {
            listen(id, sound: .milliseconds(id))
            schedule[id]?.push(codes(1), at: start)
        }
        #expect(schedule.nextBatch(at: start, idle: 2).map(\.stream) == [1, 2, 3])
        #expect(schedule.nextBatch(at: start, idle: 1).map(\.stream) == [4, 5])
        #expect(schedule.nextBatch(at: start, idle: 0).map(\.stream) == [6, 7])
    }

    /// However slow the kernels are, a batch holds at least the smallest hop.
    @Test mutating func batchesFitTheirTime() {
        #expect(BatchPolicy(stepTime: .milliseconds(1)).steps == 15)
        #expect(BatchPolicy(stepTime: .microseconds(1)).steps == 32)
        #expect(BatchPolicy(stepTime: .seconds(1)).steps == 2)
        schedule = Schedule(policy: BatchPolicy(stepTime: .seconds(1)))
        for id in 1...2 {
            schedule[id] = StreamProgress(contextSteps: 12)
            schedule[id]?.push(codes(3), at: start)
            schedule[id]?.end(at: start)
        }
        var taken = 0
        var ended: Set<Int> = []
        for _ in 0..<20 {
            let turns = schedule.nextBatch(at: start)
            taken += turns.reduce(0) { $0 + $1.hop.codes.count }
            ended.formUnion(turns.filter(\.hop.isLast).map(\.stream))
            #expect(turns.count <= 1)
            run(turns)
        }
        #expect(taken == 6)
        #expect(ended == [1, 2])
    }
}
