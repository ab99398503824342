import DecoderService
import LyreRPC
import Testing

@Suite struct ListenerTests {
    private let start = Instant(nanoseconds: 1_000_000_000)

    @Test func itBeginsAMomentAfterItsFirstSamples() {
        var listener = Listener()
        #expect(listener.lead(at: start) == nil)
        #expect(listener.receive(2400, at: start) == .zero)
        #expect(listener.lead(at: start) == .milliseconds(350))
        #expect(listener.lead(at: start + .milliseconds(400)) == .milliseconds(-50))
    }

    @Test func whatItWaitedForIsNotCaughtUp() {
        var listener = Listener()
        listener.receive(2400, at: start)
        #expect(listener.receive(2400, at: start + .milliseconds(370)) == .milliseconds(20))
        #expect(listener.lead(at: start + .milliseconds(370)) == .milliseconds(100))
        #expect(listener.receive(2400, at: start + .milliseconds(470)) == .zero)
    }
}
