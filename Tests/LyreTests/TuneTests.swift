import Testing
import lyre

/// The figures of loads, from what happened in them.
@Suite struct TuneTests {
    private let patience = TunePatience(firstFrame: 1, preroll: 0.25)
    private let frame = 2048.0 / 24_000

    /// A stream of frames, the first so many seconds after the call, the others `pace` apart.
    private func call(
        start: Double = 0, first: Double = 0.1, frames: Int = 12, pace: Double? = nil,
        end: TuneCall.End = .complete(isCut: false, droppedTokens: 0, rolls: 0)
    ) -> TuneCall {
        let arrivals = (0..<frames).map {
            TuneCall.Arrival(time: start + first + Double($0) * (pace ?? frame * 0.9), codes: 7)
        }
        return TuneCall(start: start, arrivals: arrivals, end: end)
    }

    private func figures(_ calls: [TuneCall], streams: Int = 2) -> LoadFigures {
        LoadFigures(
            streams: streams, setting: TuneSetting(), calls: calls, window: 0..<2,
            patience: patience)
    }

    @Test func aStreamIsHeldWhileNoFrameComesTooLate() {
        #expect(call().isHeld(by: patience))
        // Slower than real time, but the preroll lasts to the end: 12 frames lack 11 x 0.02 s.
        #expect(call(pace: frame + 0.02).isHeld(by: patience))
        #expect(!call(pace: frame + 0.04).isHeld(by: patience))
        #expect(!call(first: 1.1).isHeld(by: patience))
        #expect(!call(end: .unfinished).isHeld(by: patience))
        #expect(!call(end: .failed("x")).isHeld(by: patience))
        #expect(!call(frames: 0).isHeld(by: patience))
    }

    @Test func ratesCountFromTheFirstFrame() {
        let rate = try? #require(call(first: 0.9, pace: 0.1).tokensPerSecond)
        #expect(abs(rate! - 70) < 1e-9)
        #expect(call(frames: 1).tokensPerSecond == nil)
        #expect(call(frames: 0).firstFrame == nil)
        #expect(call(start: 5, first: 0.25).firstFrame == 0.25)
    }

    @Test func figuresOfALoad() {
        let load = figures([
            call(), call(first: 0.3, pace: 0.1),
            // It ends after the window: of its 12 frames five came within.
            call(
                start: 1.5, first: 0.1, pace: 0.1,
                end: .complete(isCut: true, droppedTokens: 3, rolls: 2)),
            call(frames: 0, end: .refused), call(frames: 0, end: .failed("UNAVAILABLE: gone")),
            call(frames: 2, end: .failed("broken")), call(frames: 0, end: .unfinished),
        ])
        #expect(load.tokensPerSecond == Double(7 * (12 + 12 + 4 + 2)) / 2)
        #expect(load.spokenStreams == 5)
        #expect(load.heldStreams == 3)
        #expect(load.heldPercent == 60)
        #expect(load.refusedCalls == 1 && load.failedCalls == 2 && load.unfinishedStreams == 1)
        #expect(load.failure == "UNAVAILABLE: gone")
        #expect(load.cutStreams == 1 && load.droppedTokens == 3 && load.rolls == 2)
        #expect(load.firstFrameMillisecondsP50 == 100)
        #expect(load.firstFrameMillisecondsP99 == 300)
        #expect(load.streamTokensPerSecondP1 == 70)
        #expect(load.streamTokensPerSecondP50 == 70)
        #expect(!load.isHeld)
        #expect(figures([call(), call()]).isHeld)
        #expect(!figures([call(frames: 0, end: .refused)]).isHeld)
        #expect(figures([]).heldPercent == nil && figures([]).tokensPerSecond == 0)
    }

    @Test func loadsDoubleWhileThatGainsSomething() {
        func steps(_ steps: LoadSteps, _ rates: [Double]) -> [Int] {
            var steps = steps
            var taken: [Int] = []
            for rate in rates {
                guard let next = steps.next() else { break }
                taken.append(next)
                steps.record(tokensPerSecond: rate)
            }
            return taken
        }
        let growing = (1...20).map { Double($0) * 100 }
        #expect(steps(LoadSteps(upTo: 64), growing) == [1, 2, 4, 8, 16, 32, 64])
        #expect(steps(LoadSteps(upTo: 20), growing) == [1, 2, 4, 8, 16, 20])
        #expect(steps(LoadSteps(upTo: 1), growing) == [1])
        #expect(steps(LoadSteps(upTo: 64), [90, 180, 360, 370, 999]) == [1, 2, 4, 8])
        // A list is taken to its end, unless nothing is generated at all.
        #expect(steps(LoadSteps([8, 3, 5]), [90, 80, 70]) == [8, 3, 5])
        #expect(steps(LoadSteps([8, 3, 5]), [90, 0, 70]) == [8, 3])
    }

    @Test func eachParameterIsCombinedWithEach() {
        let all = TuneSetting.all(
            temperatures: [0.6, 0.8], topPs: [], repetitionPenalties: [1.1, 1.3])
        #expect(all.map(\.name) == [
            "temperature 0.6, penalty 1.1", "temperature 0.6, penalty 1.3",
            "temperature 0.8, penalty 1.1", "temperature 0.8, penalty 1.3",
        ])
        let none = TuneSetting.all(temperatures: [], topPs: [], repetitionPenalties: [])
        #expect(none == [TuneSetting()])
    }

    @Test func theReportTellsWhatIsHeldAndDrawsIt() throws {
        let settings = [TuneSetting(temperature: 0.6), TuneSetting(temperature: 0.8)]
        var report = TuneReport(
            endpoint: "tcp://x:1", seconds: 2, patience: patience, settings: settings)
        for (streams, setting, calls) in [
            (1, settings[0], [call()]), (2, settings[0], [call(), call()]),
            (4, settings[0], [call(), call(first: 3)]), (1, settings[1], [call(first: 3)]),
        ] {
            report.add(
                LoadFigures(
                    streams: streams, setting: setting, calls: calls, window: 0..<2,
                    patience: patience))
        }
        #expect(report.streamsHeld(settings[0]) == 2 && report.streamsHeld(settings[1]) == 0)
        #expect(report.verdict == """
            temperature 0.6: 2 streams were held in real time
            temperature 0.8: no load was held in real time
            """)
        #expect(TuneReport.row(report.loads[1]).count == TuneReport.columns.count)
        #expect(TuneReport.row(report.loads[1]).contains("100 %"))
        let chart = report.chart
        #expect(chart.steps == ["1", "2", "4"])
        #expect(chart.panels.map(\.series.count) == [2, 2, 2, 2])
        #expect(chart.panels[3].series[0].values == [100, 100, 50])
        #expect(chart.panels[3].series[1].values == [0, nil, nil])
        #expect(try report.json.contains(#""streams_held" : 2"#))
    }
}
