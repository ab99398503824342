import DecoderService
import Foundation
import SNAC
import DemoVoice
import Testing

@Suite struct DecoderCostTests {
    @Test func capacityFollowsTheCost() {
        let cost = DecoderCost(secondsPerSecond: 0.045, engines: 2)
        #expect(cost.capacity(bytesPerStream: 500_000, memory: 1 << 30) == 36)
        #expect(cost.stepTime > .microseconds(950) && cost.stepTime < .microseconds(970))
        let slow = DecoderCost(secondsPerSecond: 9, engines: 1)
        #expect(slow.capacity(bytesPerStream: 500_000, memory: 1 << 30) == 1)
    }

    @Test func capacityFitsTheMemory() {
        let cost = DecoderCost(secondsPerSecond: 0.0005, engines: 64)
        #expect(cost.capacity(bytesPerStream: 500_000, memory: 50_000_000) == 100)
    }

    @Test func aModelIsMeasured() throws {
        let backend = CPUBackend(model: try SNACModel(folder: try DemoVoice.folder()))
        let cost = try DecoderCost.measure(backend, engines: 2)
        #expect(cost.engines == 2)
        // Slower than real time it is nowhere, nor free.
        #expect(cost.secondsPerSecond > 0 && cost.secondsPerSecond < 1)
    }
}
