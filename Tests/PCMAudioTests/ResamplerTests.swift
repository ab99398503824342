import Foundation
import PCMAudio
import Testing

@Suite struct ResamplerTests {
    /// What `scipy.signal.resample_poly` gives for these samples (scipy 1.17).
    @Test(arguments: [
        (
            16_000, 24_000,
            [
                0, 0.8507038, 0.7178679, -0.5003031, -0.4345129, 0.9101185, 0.7504547, -0.7426082,
                -0.6898609, 0.5003031, 0.4755982, -0.1093467,
            ]
        ),
        (36_000, 24_000, [0.4291028, 0.1231233, 0.2423791, -0.0290201, -0.0769385, 0.2704849]),
        (44_100, 24_000, [0.2810314, 0.2130050, 0.1192178, -0.0936621, 0.1860461]),
    ] as [(Int, Int, [Float])])
    func theFilterIsScipys(from: Int, to: Int, expected: [Float]) {
        let samples: [Float] = [0, 1, -0.5, 0.25, 0.75, -1, 0.5, 0.125]
        let result = Resampler(from: from, to: to).apply(samples)
        #expect(result.count == expected.count)
        #expect(zip(result, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    }

    @Test func aToneKeepsItsPitchAndLevel() {
        func tone(_ rate: Int) -> [Float] {
            (0..<rate).map { Float(sin(2 * .pi * 440 * Double($0) / Double(rate))) }
        }
        for rate in [8_000, 11_025, 16_000, 22_050, 44_100, 48_000] {
            let result = Resampler(from: rate, to: 24_000).apply(tone(rate))
            #expect(result.count == 24_000)
            // The filter's edges reach over the first and last samples.
            let worst = zip(result, tone(24_000)).dropFirst(500).dropLast(500)
                .map { abs($0 - $1) }.max()!
            #expect(worst < 2e-3, "\(rate) to 24000: \(worst)")
        }
    }

    @Test func theSameRateChangesNothing() {
        #expect(Resampler(from: 24_000, to: 24_000).apply([1, 2, 3]) == [1, 2, 3])
        #expect(Resampler(from: 16_000, to: 24_000).apply([]).isEmpty)
    }
}
