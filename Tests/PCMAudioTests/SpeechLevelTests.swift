import Foundation
import PCMAudio
import Testing

@Suite struct SpeechLevelTests {
    /// Speech between two seconds of silence.
    private let spoken: [Float] =
        [Float](repeating: 0.001, count: 24_000)
        + (0..<12_000).map { 0.02 * sin(Float($0) * 0.05) + 0.005 }
        + [Float](repeating: -0.001, count: 24_000)

    @Test func silenceIsTrimmedAndLoudnessSet() {
        let first = spoken.firstIndex { abs($0) > 0.004 }!
        let last = spoken.lastIndex { abs($0) > 0.004 }!
        let result = SpeechLevel.prepare(spoken)
        #expect(result.count == last + 1 + 2400 - (first - 1200))
        let square = result.reduce(0) { $0 + Double($1) * Double($1) }
        #expect(abs((square / Double(result.count)).squareRoot() - 0.085) < 1e-5)
        let factor = result[1200] / spoken[first]
        #expect(abs(result[9000] - factor * spoken[first + 7800]) < 1e-6)
    }

    @Test func peaksStayBelowFullScale() {
        var samples = [Float](repeating: 0.005, count: 10_000)
        samples[5_000] = 1
        #expect(SpeechLevel.prepare(samples).map(abs).max()! <= 0.9501)
    }

    @Test func silenceStaysSilence() {
        #expect(SpeechLevel.prepare([]).isEmpty)
        #expect(SpeechLevel.prepare([0, 0, 0]) == [0, 0, 0])
    }
}
