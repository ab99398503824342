import PCMAudio
import Testing

@Suite struct PCMFloatTests {
    @Test func bytesAreTheInverse() {
        let samples: [Float] = [0, 1, -1, 0.1, .leastNonzeroMagnitude, -0.0]
        let bytes = WAVFormat.float32.bytes(samples)
        #expect(PCMFloat.samples(bytes).map(\.bitPattern) == samples.map(\.bitPattern))
        #expect(PCMFloat.samples(Array(bytes.dropLast())).count == samples.count - 1)
        #expect(PCMFloat.samples([]).isEmpty)
    }
}
