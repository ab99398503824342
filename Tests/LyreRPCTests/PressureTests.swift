import LyreRPC
import Testing

/// What balancers compare.
struct PressureTests {
    private func load(_ active: UInt32) -> Load { Load(active: active, capacity: 10) }

    @Test func whoeverHasChosenAServerCountsBeforeItsCallIsOpened() {
        var pressure = Pressure()
        pressure.report(load(2))
        pressure.choose()
        pressure.choose()
        #expect(pressure.score == 0.4)
        _ = pressure.open()
        #expect(pressure.score == 0.4)
        pressure.giveUp()
        #expect(pressure.score == 0.3)
    }

    @Test func aCallThatWasNotChosenTakesNothingBack() {
        var pressure = Pressure()
        pressure.report(load(0))
        _ = pressure.open()
        #expect(pressure.score == 0.1)
        pressure.giveUp()
        #expect(pressure.score == 0.1)
    }

    @Test func callsThatTheLastReportCountsEnd() {
        var pressure = Pressure()
        pressure.report(load(0))
        let reports = (0..<3).map { _ in pressure.open() }
        pressure.report(load(5))
        #expect(pressure.score == 0.5)
        for report in reports { pressure.close(openedAt: report) }
        // Two of others are left.
        #expect(pressure.score == 0.2)
        pressure.report(load(2))
        #expect(pressure.score == 0.2)
    }

    @Test func reportsCountWhatTheyKnowAndCallsWhatIsNew() {
        var pressure = Pressure()
        #expect(pressure.score == 0)
        let early = (0..<3).map { _ in pressure.open() }
        #expect(pressure.score == 3)
        pressure.report(Load(active: 10, capacity: 20, queued: 2))
        #expect(pressure.score == 0.525)
        let late = (0..<4).map { _ in pressure.open() }
        #expect(pressure.score == 0.725)
        for call in early { pressure.close(openedAt: call) }
        #expect(pressure.score == 0.575)
        for call in late { pressure.close(openedAt: call) }
        #expect(pressure.score == 0.375)
        #expect(pressure.local == 0)
    }

    /// Calls that wait are calls already: they fill no other places.
    @Test func aQueueTakesNoPlaces() {
        var pressure = Pressure()
        pressure.report(Load(active: 19, capacity: 20, queued: 19))
        #expect(pressure.hasRoom)
        pressure.choose()
        #expect(!pressure.hasRoom)
    }

    /// A moment's queue does not send long calls to a server that has more of them.
    @Test func aShortQueueIsLessThanACall() {
        var (short, more, long) = (Pressure(), Pressure(), Pressure())
        short.report(Load(active: 8, capacity: 20, queued: 3))
        more.report(Load(active: 9, capacity: 20, queued: 0))
        long.report(Load(active: 8, capacity: 20, queued: 8))
        #expect(short.score < more.score)
        #expect(more.score < long.score)
    }

    @Test func callsThatCameAndWentDoNotMakeAServerLookBusy() {
        var pressure = Pressure()
        pressure.report(Load(active: 0, capacity: 4))
        for _ in 0..<100 { pressure.close(openedAt: pressure.open()) }
        #expect(pressure.score == 0)
        #expect(pressure.hasRoom)
        for _ in 0..<4 { _ = pressure.open() }
        #expect(!pressure.hasRoom)
    }
}
