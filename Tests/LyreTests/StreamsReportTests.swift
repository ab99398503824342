import Testing
import lyre

/// The figures of a run, from what happened in it.
@Suite struct StreamsReportTests {
    private let plan = PacingPlan(streams: 2, seconds: 0.5, unit: .frame)

    /// A stream of six frames whose replies come `delay` seconds after their frames.
    private func trace(_ stream: Int, delay: [Double], late: Double = 0) -> StreamTrace {
        let sent = (0..<6).map { plan.due($0, of: stream) + late }
        var arrivals = zip(2..<6, delay).map { frame, delay in
            StreamTrace.Arrival(time: sent[frame] + delay, samples: frame == 2 ? 1387 : 2048)
        }
        arrivals.append(StreamTrace.Arrival(time: sent[5] + 0.02, samples: 4757))
        return StreamTrace(stream: stream, sent: sent, arrivals: arrivals, end: .complete)
    }

    private func report(_ traces: [StreamTrace]) -> StreamsReport {
        StreamsReport(
            plan: plan, preroll: 0.25, traces: traces,
            cost: .init(decoder: 0.1, client: 0.05, wall: 0.5))
    }

    @Test func addedTimeCountsFromTheCodesThatMadeAReplyExact() {
        let report = report([
            trace(0, delay: [0.003, 0.004, 0.005, 0.006]),
            trace(1, delay: [0.010, 0.002, 0.002, 0.002], late: 0.001),
        ])
        #expect(report.isHeld)
        #expect(report.samples == 2 * plan.samples)
        #expect(report.firstSampleMillisecondsP50 == 3)
        #expect(report.firstSampleMillisecondsMax == 10)
        #expect(report.addedMillisecondsP50 == 3)
        #expect(report.addedMillisecondsMax == 10)
        #expect(report.pacerLateMillisecondsMax == 1)
        #expect(report.clientCpuShare == 0.1)
        // 24,576 samples are 1.024 s.
        #expect(report.decoderCpuSecondsPerAudioSecond == 0.0977)
    }

    @Test func aLateReplyIsAnUnderrun() {
        // 1387 samples and the preroll last for 0.308 s, the next frame comes 0.085 s later.
        let report = report([
            trace(0, delay: [0, 0, 0, 0]), trace(1, delay: [0, 0.3, 0.3, 0.3]),
        ])
        #expect(!report.isHeld)
        #expect(report.underruns == 1)
        #expect(report.underrunStreams == 1)
        #expect(abs(report.worstLeadMilliseconds! - (250 + 1387 / 24.0 - 2048 / 24.0 - 300)) < 0.01)
    }

    @Test func streamsThatWereRefusedOrGivenUpAreNotHeld() {
        let refused = StreamTrace(stream: 1, sent: [0], arrivals: [], end: .refused)
        let one = report([trace(0, delay: [0, 0, 0, 0]), refused])
        #expect(one.refusedStreams == 1 && one.underruns == 0 && !one.isHeld)
        #expect(one.samples == plan.samples)
        let stuck = StreamTrace(stream: 1, sent: [0, 1], arrivals: [], end: .unfinished)
        let other = report([trace(0, delay: [0, 0, 0, 0]), stuck])
        #expect(other.unfinishedStreams == 1 && other.underrunStreams == 1 && !other.isHeld)
    }

    @Test func aRunWithoutSamplesHasNoFigures() {
        let report = report([StreamTrace(stream: 0, sent: [], arrivals: [], end: .refused)])
        #expect(report.addedMillisecondsP99 == nil)
        #expect(report.decoderCpuSecondsPerAudioSecond == nil)
        #expect(report.text.contains("1 streams refused"))
    }
}
