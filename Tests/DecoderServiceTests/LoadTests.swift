import DecoderService
import LyreRPC
import SNAC
import TestSupport
import Testing

/// A whole farm's minute without threads: engines, streams and their senders on a virtual clock.
@Suite struct LoadTests {
    /// Two engines that need 45 ms a second of sound, like those that are measured.
    private struct Simulation {
        static let stepTime = 0.045 * 512 / 24_000
        /// What a batch costs besides.
        static let batchTime = 0.0005

        var schedule = Schedule(policy: BatchPolicy(stepTime: .seconds(stepTime)))
        var engines: [(free: Double, turns: [Schedule.Turn])] = [(0, []), (0, [])]
        var sent: [Int: Int] = [:]
        var underruns: Set<Int> = []
        /// From the newest code to the samples, by stream.
        var added: [Int: [Double]] = [:]

        func instant(_ time: Double) -> Instant { Instant(nanoseconds: UInt64((time + 1) * 1e9)) }

        /// Runs for a time; `codes` says how many half frames come to which stream within a tick.
        mutating func run(seconds: Double, codes: (Double) -> [(stream: Int, halves: Int)]) {
            let tick = 0.0005
            for time in stride(from: 0, to: seconds, by: tick) {
                for (stream, halves) in codes(time) {
                    if schedule[stream] == nil { schedule[stream] = StreamProgress(contextSteps: 0) }
                    let room = schedule[stream]!.room
                    schedule[stream]!.push(
                        [HalfFrame](repeating: .any, count: min(halves, room)), at: instant(time))
                }
                for index in engines.indices where engines[index].free <= time {
                    finish(engines[index].turns, at: time)
                    let idle = engines.count { $0.free <= time && $0.turns.isEmpty }
                    let turns = schedule.nextBatch(
                        at: instant(time), idle: engines[index].turns.isEmpty ? max(0, idle - 1) : idle)
                    let steps = turns.reduce(0) { $0 + $1.hop.steps }
                    engines[index] = (
                        time + (turns.isEmpty ? 0 : Self.batchTime) + Double(steps) * Self.stepTime,
                        turns
                    )
                }
            }
        }

        private mutating func finish(_ turns: [Schedule.Turn], at time: Double) {
            for turn in turns {
                let id = turn.stream
                let before = max(0, 512 * sent[id, default: 0] - 4757)
                sent[id, default: 0] += turn.hop.codes.count * 2
                let samples = max(0, 512 * sent[id]! - 4757) - before
                if samples > 0 {
                    let waited = schedule[id]!.deliver(samples, at: instant(time))
                    if waited > .zero { underruns.insert(id) }
                    schedule[id]!.samplesTaken()
                    added[id, default: []].append(
                        (instant(time) - turn.hop.arrival).inSeconds)
                }
                schedule[id]!.endHop(isLast: turn.hop.isLast)
            }
        }
    }

    /// Half frames that have come to a stream by a time, at Orpheus' pace.
    private func live(_ id: Int, of count: Int, at time: Double) -> Int {
        Int((time - Double(id) * 0.0853 / Double(count)) / 0.04267) + 1
    }

    private func live(_ ids: Range<Int>, _ time: Double) -> [(stream: Int, halves: Int)] {
        ids.compactMap { id in
            let halves = live(id, of: ids.count, at: time)
                - live(id, of: ids.count, at: time - 0.0005)
            return halves > 0 ? (id, halves) : nil
        }
    }

    @Test func thirtySixLiveStreamsNeverWait() {
        var simulation = Simulation()
        simulation.run(seconds: 20) { live(0..<36, $0) }
        #expect(simulation.added.count == 36)
        #expect(simulation.underruns == [])
        let added = simulation.added.values.joined().sorted()
        #expect(added[added.count * 99 / 100] < 0.06)
    }

    /// Who sends all at once gets what is left, and the others do not notice much.
    @Test func bulkDoesNotDelayLiveStreams() {
        var simulation = Simulation()
        simulation.run(seconds: 20) { time in
            live(0..<10, time) + (100..<104).map { ($0, 1000) }
        }
        #expect(simulation.underruns == [])
        let added = simulation.added.filter { $0.key < 10 }.values.joined().sorted()
        #expect(added[added.count * 99 / 100] < 0.03)
        let bulk = (100..<104).reduce(0) { $0 + simulation.sent[$1]! }
        // The engines are not idle meanwhile: more than twenty times real time in all.
        #expect(Double(bulk) * 512 / 24_000 > 20 * 20)
    }

    /// Newcomers hear something soon, and starve nobody.
    @Test func newcomersStarveNobody() {
        var simulation = Simulation()
        simulation.run(seconds: 20) { time in
            // Twenty live ones, and two new ones a second with all of their second at once.
            let newcomer = Int(time * 2)
            let isNew = Int((time - 0.0005) * 2) != newcomer
            return live(0..<20, time) + (isNew ? [(1000 + newcomer, 24)] : [])
        }
        #expect(simulation.underruns.filter { $0 < 1000 } == [])
        #expect(simulation.added.keys.filter { $0 >= 1000 }.count >= 38)
    }
}
