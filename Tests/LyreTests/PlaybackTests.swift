import Testing
import lyre

/// When a listener runs dry.
@Suite struct PlaybackTests {
    /// A second of sound at a time, and a quarter second of preroll.
    private func listener(_ times: [Double]) -> Playback {
        var listener = Playback(preroll: 0.25)
        for time in times { listener.receive(24_000, at: time) }
        return listener
    }

    @Test func soundThatComesInTimeIsPlayedWithoutAWait() {
        let listener = listener([5, 6.25, 7, 8])
        #expect(listener.underruns == 0)
        #expect(listener.leads == [0, 0.25, 0.25])
    }

    @Test func aWaitIsCountedOnceAndMovesWhatFollows() {
        // The second sample second should play at 6.25 and comes at 6.75; all else is then later.
        let listener = listener([5, 6.75, 7.75, 8.75])
        #expect(listener.underruns == 1)
        #expect(listener.leads == [-0.5, 0, 0])
    }

    @Test func eachWaitIsOne() {
        #expect(listener([5, 6.5, 8, 9.5]).underruns == 3)
    }

    @Test func aStreamThatIsGivenUpLeavesItsListenerWaiting() {
        var listener = listener([5, 6])
        listener.giveUp()
        #expect(listener.underruns == 1)
    }
}
