import LyreRPC
import TestSupport
import Testing

struct SlowStartTests {
    private let time = ManualTime()
    private let old = Endpoint("inproc://old")
    private let new = Endpoint("inproc://new")

    /// An endpoint that has its full share, and one that has just come.
    private func pair() -> SlowStart {
        var slowStart = SlowStart()
        _ = slowStart.join(old, instance: "a", at: time.now)
        time.advance(by: SlowStart.returning)
        _ = slowStart.join(new, instance: "b", at: time.now)
        return slowStart
    }

    /// How often each of two is put to choice, of 1000.
    private func draws(_ slowStart: SlowStart) -> [Int] {
        var random = SeededGenerator(seed: 1)
        var counts = [0, 0]
        for _ in 0..<1000 {
            let admitted = slowStart.admitted([old, new], at: time.now, using: &random) { $0 }
            if admitted.contains(old) { counts[0] += 1 }
            if admitted.contains(new) { counts[1] += 1 }
        }
        return counts
    }

    @Test func theShareGrowsLinearly() {
        let slowStart = pair()
        for share in [0.1, 0.325, 0.55, 0.775, 1, 1] {
            #expect(abs(slowStart.share(of: new, at: time.now) - share) < 1e-9)
            #expect(slowStart.share(of: old, at: time.now) == 1)
            time.advance(by: .milliseconds(2500))
        }
    }

    @Test func aNewcomerIsPutToChoiceByItsShare() {
        let slowStart = pair()
        let first = draws(slowStart)
        #expect(first[0] == 1000)
        #expect((70...130).contains(first[1]))
        time.advance(by: .seconds(5))
        #expect((500...600).contains(draws(slowStart)[1]))
        time.advance(by: .seconds(5))
        #expect(draws(slowStart) == [1000, 1000])
    }

    @Test func newcomersAmongThemselvesWaitForNothing() {
        var slowStart = SlowStart()
        _ = slowStart.join(old, instance: "a", at: time.now)
        _ = slowStart.join(new, instance: "b", at: time.now)
        #expect(draws(slowStart) == [1000, 1000])
        // As when all were restarted at once.
        time.advance(by: .seconds(60))
        _ = slowStart.join(old, instance: "c", at: time.now)
        _ = slowStart.join(new, instance: "d", at: time.now)
        #expect(draws(slowStart) == [1000, 1000])
        var random = SeededGenerator(seed: 1)
        let alone = pair().admitted([new], at: time.now, using: &random) { $0 }
        #expect(alone == [new])
    }

    @Test func whoComesWithTheFirstHasAFullShare() {
        var slowStart = SlowStart()
        _ = slowStart.join(old, instance: "a", at: time.now)
        time.advance(by: .milliseconds(900))
        _ = slowStart.join(new, instance: "b", at: time.now)
        #expect(slowStart.share(of: new, at: time.now) == 1)
    }

    @Test func aConnectionThatIsMadeAnewChangesNothing() {
        var slowStart = pair()
        let isAnother = slowStart.join(old, instance: "a", at: time.now)
        #expect(!isAnother)
        #expect(slowStart.share(of: old, at: time.now) == 1)
    }

    @Test func anotherServerAtTheSameAddressIsNew() {
        var slowStart = pair()
        let isAnother = slowStart.join(old, instance: "c", at: time.now)
        #expect(isAnother)
        #expect(slowStart.share(of: old, at: time.now) == SlowStart.firstShare)
    }

    @Test func whoComesBackBeginsAnew() {
        var slowStart = pair()
        slowStart.restart(old, at: time.now + .seconds(1))
        time.advance(by: .seconds(6))
        #expect(abs(slowStart.share(of: old, at: time.now) - 0.55) < 1e-9)
    }
}
