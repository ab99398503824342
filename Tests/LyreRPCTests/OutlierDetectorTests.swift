import LyreRPC
import TestSupport
import Testing

struct OutlierDetectorTests {
    private let time = ManualTime()
    private let endpoints = (0..<4).map { Endpoint("inproc://\($0)") }
    private let failed = OutlierDetector.Outcome.failed(RPCError(.internal, "broken"))

    private func detector(of count: Int) -> OutlierDetector {
        var detector = OutlierDetector()
        for endpoint in endpoints.prefix(count) { detector.add(endpoint, at: time.now) }
        return detector
    }

    /// The time of the ejection that the last of some outcomes decides.
    private func ejection(
        _ outcomes: [OutlierDetector.Outcome], of place: Int = 0, in detector: inout OutlierDetector
    ) -> Duration? {
        var random = SeededGenerator(seed: 1)
        var last: Duration?
        for outcome in outcomes {
            last = detector.record(outcome, of: endpoints[place], at: time.now, using: &random)
        }
        return last
    }

    private func isEjected(_ place: Int, _ detector: OutlierDetector) -> Bool {
        detector.isEjected(endpoints[place], at: time.now)
    }

    @Test func failuresInARowEjectForAboutASecond() throws {
        var detector = detector(of: 2)
        #expect(ejection([failed, failed], in: &detector) == nil)
        #expect(!isEjected(0, detector))
        let duration = try #require(ejection([failed], in: &detector))
        #expect(duration >= .milliseconds(800) && duration <= .milliseconds(1200))
        #expect(isEjected(0, detector))
        #expect(!isEjected(1, detector))
        #expect(detector.ejection(of: endpoints[0], at: time.now)?.why.status.message == "broken")
        time.advance(by: duration)
        #expect(!isEjected(0, detector))
    }

    @Test func aGoodCallBreaksTheRow() {
        var detector = detector(of: 2)
        for _ in 0..<5 { #expect(ejection([failed, failed, .good], in: &detector) == nil) }
    }

    @Test func neutralCallsNeitherCountNorForgive() {
        var detector = detector(of: 2)
        let neutral = [OutlierDetector.Outcome](repeating: .neutral, count: 50)
        #expect(ejection(neutral, in: &detector) == nil)
        #expect(ejection([failed] + neutral + [failed] + neutral, in: &detector) == nil)
        #expect(ejection([failed], in: &detector) != nil)
    }

    @Test func halfOfManyCallsEject() {
        var detector = detector(of: 2)
        for _ in 0..<9 { #expect(ejection([.good, failed], in: &detector) == nil) }
        #expect(ejection([.good], in: &detector) == nil)
        // The twentieth call is the tenth that fails.
        #expect(ejection([failed], in: &detector) != nil)
    }

    @Test func aThirdOfManyCallsDoesNotEject() {
        var detector = detector(of: 2)
        for _ in 0..<100 { #expect(ejection([.good, .good, failed], in: &detector) == nil) }
    }

    @Test func oldCallsDoNotCountForTheShare() {
        var detector = detector(of: 2)
        for _ in 0..<9 { _ = ejection([.good, failed], in: &detector) }
        time.advance(by: OutlierDetector.window)
        #expect(ejection([.good, failed, .good, failed], in: &detector) == nil)
    }

    @Test func ejectionsGrowToALimitWhileItFailsOnReturn() throws {
        var detector = detector(of: 2)
        var full = 1.0
        var duration = try #require(ejection([failed, failed, failed], in: &detector))
        for _ in 0..<8 {
            #expect(duration.inSeconds >= full * 0.79 && duration.inSeconds <= full * 1.21)
            time.advance(by: duration)
            // One failure is enough for who has just returned.
            duration = try #require(ejection([failed], in: &detector))
            full = min(full * 2, 30)
        }
    }

    @Test func goodCallsAfterTheReturnForgive() throws {
        var detector = detector(of: 2)
        for _ in 0..<2 {
            let duration = try #require(ejection([failed, failed, failed], in: &detector))
            #expect(duration <= .milliseconds(1200))
            time.advance(by: duration + SlowStart.returning)
            #expect(ejection([.good], in: &detector) == nil)
        }
    }

    @Test func failuresOfCallsThatWereAtWorkDoNotProlong() throws {
        var detector = detector(of: 2)
        let duration = try #require(ejection([failed, failed, failed], in: &detector))
        #expect(ejection([failed, failed, failed, failed], in: &detector) == nil)
        time.advance(by: duration)
        #expect(!isEjected(0, detector))
    }

    @Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 2)])
    func atMostHalfAreEjected(_ count: Int, _ ejected: Int) {
        var detector = detector(of: count)
        for _ in 0..<5 {
            for place in 0..<count {
                _ = ejection([failed, failed, failed], of: place, in: &detector)
            }
        }
        #expect((0..<count).count { isEjected($0, detector) } == ejected)
    }

    @Test func anotherServerInItsPlaceIsForgiven() {
        var detector = detector(of: 2)
        _ = ejection([failed, failed, failed], in: &detector)
        detector.forgive(endpoints[0], at: time.now)
        #expect(!isEjected(0, detector))
        // Unless it fails too; then for longer.
        #expect(ejection([failed], in: &detector)! > .milliseconds(1500))
    }

    @Test func whoIsNamedNoLongerIsForgotten() {
        var detector = detector(of: 2)
        _ = ejection([failed, failed, failed], in: &detector)
        detector.remove(endpoints[0])
        #expect(ejection([failed, failed, failed], in: &detector) == nil)
        detector.add(endpoints[0], at: time.now)
        #expect(!isEjected(0, detector))
    }

    @Test(arguments: StatusCode.allCases)
    func statusesThatTellOfTheEndpoint(_ code: StatusCode) {
        let failures: Set<StatusCode> = [.unavailable, .internal, .unknown, .dataLoss]
        switch OutlierDetector.Outcome(Status(code)) {
        case .good: #expect(code == .ok)
        case .failed: #expect(failures.contains(code))
        case .neutral: #expect(code != .ok && !failures.contains(code))
        }
    }

    @Test func aServerThatDrainsHasNotFailed() {
        let status = Status(.unavailable, "the server is shutting down", reason: "draining")
        guard case .neutral = OutlierDetector.Outcome(status) else {
            Issue.record("it counts as a failure")
            return
        }
    }
}
