import SNAC
import TestSupport
import Testing

/// The defects of decoders among the seven that went from Orpheus server to Orpheus server; those of
/// tokens stand in OrpheusTests.
@Suite("Copied defects of decoders")
struct CopiedDefectTests {
    private let model: SNACModel

    init() throws { model = try Vectors.models()[0] }

    @Test("3: frame 0 and the last two are played, and one frame alone is heard")
    func everyFrameIsPlayed() throws {
        var random = SeededGenerator(seed: 21)
        for count in [1, 2, 3, 4, 7] {
            let frames = random.frames(count, size: 60)
            let samples = try model.decode(frames, noise: .off)
            #expect(samples.count == count * SNACFrame.samples)
            for frame in 0..<count {
                let played = samples[(frame * SNACFrame.samples)..<((frame + 1) * SNACFrame.samples)]
                #expect(played.contains { abs($0) > 1e-4 }, "frame \(frame) of \(count) is silent")
            }
        }
    }

    @Test("4: what is streamed is the offline decode, where a window of four frames is not")
    func aWindowIsNotEnough() throws {
        var random = SeededGenerator(seed: 22)
        let frames = random.frames(12, size: 60)
        let whole = try model.decode(frames, noise: .off)
        let decoder = try model.makeDecoder(noise: .off)
        let streamed = try frames.flatMap { try decoder.push([$0]) } + decoder.finish()
        #expect(streamed == whole)

        // What servers do: decode the last four frames, keep the second one's samples.
        let window = try model.decode(Array(frames[4..<8]), noise: .off)[2048..<4096]
        #expect(Array(window) != Array(whole[(5 * 2048)..<(6 * 2048)]))
    }

    @Test("6: two decodes with noise agree, and the noise is there")
    func noiseRepeats() throws {
        var random = SeededGenerator(seed: 23)
        let frames = random.frames(5, size: 60)
        let first = try model.decode(frames, noise: .seed(4))
        #expect(try model.decode(frames, noise: .seed(4)) == first)
        #expect(try model.decode(frames, noise: .off) != first)
    }
}
