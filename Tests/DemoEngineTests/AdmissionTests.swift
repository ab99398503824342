import DemoEngine
import Testing

@Suite struct AdmissionTests {
    @Test func firstComeFirstServed() async throws {
        let admission = Admission(maxRunning: 1, maxWaiting: 2)
        let a = try #require(admission.enter())
        let b = try #require(admission.enter())
        let c = try #require(admission.enter())
        #expect(admission.enter() == nil)
        try await a.turn()
        #expect(admission.running == 1 && admission.waiting == 2)
        a.leave()
        try await b.turn()
        #expect(admission.running == 1 && admission.waiting == 1)
        b.leave()
        b.leave()
        try await c.turn()
        c.leave()
        #expect(admission.running == 0 && admission.waiting == 0)
    }

    @Test func cancellationGivesThePlaceBack() async throws {
        let admission = Admission(maxRunning: 1, maxWaiting: nil)
        let running = try #require(admission.enter())
        let waiting = try #require(admission.enter())
        let last = try #require(admission.enter())
        let task = Task { try await waiting.turn() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(admission.waiting == 1)
        running.leave()
        try await last.turn()
        #expect(admission.running == 1)
    }

    @Test func aTicketThatIsLostGivesThePlaceBack() {
        let admission = Admission(maxRunning: 1, maxWaiting: 0)
        #expect(admission.enter() != nil)
        #expect(admission.running == 0)
    }
}
