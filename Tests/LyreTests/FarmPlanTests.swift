import Testing
import lyre

@Suite struct FarmPlanTests {
    private let costs = FarmCosts(
        streams: 8, speechSeconds: 100,
        services: [
            .init(name: "text", coresPerStream: 0.005, coresPerInstance: 1, capacity: 64),
            .init(name: "tokens", coresPerStream: 0.001, coresPerInstance: 1, capacity: 1024),
            .init(name: "decoder", coresPerStream: 0.1, coresPerInstance: 8, capacity: .max),
        ])

    private func plan(_ streams: Int, load: Double = 0.5) -> FarmPlan {
        FarmPlan(costs, streams: streams, load: load, engineStreams: 32)
    }

    @Test func whoRunsOutOfCoresAndWhoOfPlaces() {
        let needs = plan(200).needs
        #expect(needs.map(\.service) == ["text", "tokens", "decoder", "vLLM"])
        #expect(needs.map(\.streamsPerInstance) == [64, 500, 40, 32])
        #expect(needs.map(\.instances) == [4, 1, 5, 7])
        #expect(needs.map(\.limit) == [.capacity, .cores, .cores, .engine])
        #expect(abs(needs[2].cores - 20) < 1e-9)
    }

    @Test func theLeastIsOneOfEach() { #expect(plan(1).needs.allSatisfy { $0.instances == 1 }) }

    @Test func whatHasNoRoomFirst() {
        #expect(plan(200).first.service == "vLLM")
        #expect(FarmPlan(costs, streams: 1, load: 0.5, engineStreams: 100).first.service == "decoder")
    }

    @Test func fullerInstancesAreFewer() {
        #expect(plan(200, load: 1).needs[2].instances == 3)
    }
}
