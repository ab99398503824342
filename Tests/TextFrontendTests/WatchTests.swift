import Testing
import TextFrontend

/// When a server that is silent is given up, and when it may be silent.
struct WatchTests {
    /// Ticks until it is given up; nil where a minute is not enough.
    private func ticks(
        _ watch: DecoderWatch, silence: Duration = .zero, hasOther: Bool = true
    ) -> Int? {
        var watch = watch
        return (1...300).first { _ in watch.tick(silence: silence, hasOther: hasOther) }
    }

    /// A decoder that has so many codes, and sent what is exact of the first ones.
    private func watch(
        codes: Int, samples: Int = 0, stalls: Int = 0, ended: Bool = false
    ) -> DecoderWatch {
        var watch = DecoderWatch(stalls: stalls)
        watch.sent(codes: codes)
        if ended { watch.sentAll() }
        if samples > 0 { watch.received(samples: samples) }
        watch.waits(true)
        return watch
    }

    @Test func noSamplesAreOwedBeforeTheyAreExact() {
        #expect(ticks(watch(codes: 0)) == nil)
        #expect(ticks(watch(codes: 14)) == nil)
        #expect(ticks(watch(codes: 17)) == nil)
        #expect(ticks(watch(codes: 18)) == 5)
        // All that is exact has come.
        #expect(ticks(watch(codes: 18, samples: 363)) == nil)
        #expect(ticks(watch(codes: 21, samples: 1387)) == nil)
    }

    @Test func aDecoderThatSaysNothingAtAllIsGivenUpSooner() {
        #expect(ticks(watch(codes: 18), silence: .milliseconds(999)) == 5)
        #expect(ticks(watch(codes: 18), silence: .seconds(1)) == 2)
        // As long as the listener may have sound.
        let ahead = watch(codes: 700, samples: 2048 * 60 - 4757)
        #expect(ticks(ahead, silence: .seconds(1)) == 2)
        #expect(ticks(ahead) == 23)
    }

    /// A little more than it has decoded: it waits for more while the listener has sound.
    @Test func codesMayWaitForMore() {
        let samples = 2048 * 20 - 4757
        // 1.76 s of lead: 2 steps wait until half a second is left, 4 do not.
        #expect(ticks(watch(codes: 144, samples: samples)) == 11)
        #expect(ticks(watch(codes: 147, samples: samples)) == 6)
    }

    @Test func theEndIsOwedToo() {
        #expect(ticks(watch(codes: 7, ended: true)) == 5)
        #expect(ticks(watch(codes: 7, samples: 2048, ended: true)) == 5)
    }

    @Test func whoHasNobodyElseWaitsForLonger() {
        #expect(ticks(watch(codes: 18), hasOther: false) == 50)
        #expect(ticks(watch(codes: 18), silence: .seconds(5), hasOther: false) == 50)
        #expect(ticks(watch(codes: 18, stalls: 1)) == 10)
        #expect(ticks(watch(codes: 18, stalls: 2), silence: .seconds(2)) == 20)
    }

    @Test func aListenerWhoDoesNotReadIsNoFault() {
        var busy = watch(codes: 70, samples: 363)
        busy.waits(false)
        #expect(ticks(busy, silence: .seconds(60)) == nil)
        // What it waited before is not forgotten, nor does it count more.
        var later = watch(codes: 18)
        var late = false
        for _ in 0..<3 { late = later.tick(silence: .zero, hasOther: true) || late }
        later.waits(false)
        for _ in 0..<9 { late = later.tick(silence: .zero, hasOther: true) || late }
        later.waits(true)
        #expect(!late)
        #expect(ticks(later) == 2)
        later.received(samples: 363)
        #expect(ticks(later) == nil)
    }

    @Test func aTokenServiceIsGivenUpForSilenceAlone() {
        func ticks(codes: Bool, _ silence: Duration, hasOther: Bool = true) -> Int? {
            var watch = TokenWatch()
            if codes { watch.received() }
            return (1...300).first { _ in watch.tick(silence: silence, hasOther: hasOther) }
        }
        #expect(ticks(codes: true, .milliseconds(999)) == 90)
        #expect(ticks(codes: true, .seconds(1)) == 2)
        #expect(ticks(codes: false, .milliseconds(2999)) == 90)
        #expect(ticks(codes: false, .seconds(3)) == 6)
        #expect(ticks(codes: true, .seconds(6), hasOther: false) == 90)
    }
}
