import LyreRPC
import Testing

struct BalancerTests {
    /// SplitMix64, so that the statistics are the same in every run.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    @Test func noneAndOneNeedNoChoice() {
        var random = Seeded(state: 1)
        #expect(Balancer.pick(0, using: &random) { _ in 0 } == nil)
        #expect(Balancer.pick(1, using: &random) { _ in 0 } == 0)
    }

    @Test func equalServersGetEqualShares() {
        var random = Seeded(state: 1)
        var counts = [Int](repeating: 0, count: 5)
        for _ in 0..<10_000 { counts[Balancer.pick(5, using: &random) { _ in 0 }!] += 1 }
        for count in counts { #expect((1800...2200).contains(count)) }
    }

    @Test func theBusiestServerIsNeverTaken() {
        var random = Seeded(state: 2)
        let scores = [0.1, 0.9, 0.5]
        for _ in 0..<1000 { #expect(Balancer.pick(3, using: &random) { scores[$0] } != 1) }
    }

    @Test func theLeastBusyIsTakenAsOftenAsItIsDrawn() {
        var random = Seeded(state: 3)
        let scores = [3.0, 2, 1, 0]
        var counts = [0, 0, 0, 0]
        for _ in 0..<12_000 { counts[Balancer.pick(4, using: &random) { scores[$0] }!] += 1 }
        // Of six pairs it wins three, the next one two, then one.
        #expect(counts[0] == 0)
        for (count, share) in zip(counts, [0, 2000, 4000, 6000]) {
            #expect(abs(count - share) < 200)
        }
    }

    @Test func placedOneByOneTheLoadStaysLevel() {
        var random = Seeded(state: 4)
        var loads = [Double](repeating: 0, count: 10)
        for _ in 0..<10_000 { loads[Balancer.pick(10, using: &random) { loads[$0] }!] += 1 }
        // At random alone the span would be about 100.
        #expect(loads.max()! - loads.min()! <= 8)
    }

    @Test func backoffGrowsToItsLimitAndSpreads() {
        var random = Seeded(state: 5)
        var backoff = Backoff()
        var full = 0.05
        for _ in 0..<20 {
            let wait = backoff.next(using: &random).inSeconds
            #expect(wait >= full * 0.79 && wait <= full * 1.21)
            full = min(full * 2, 5)
        }
        backoff.reset()
        #expect(backoff.next(using: &random) < .milliseconds(61))
    }

    @Test func backoffsOfTwoClientsDiffer() {
        var random = Seeded(state: 6)
        var (a, b) = (Backoff(), Backoff())
        #expect(a.next(using: &random) != b.next(using: &random))
    }
}
