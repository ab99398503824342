import Foundation

/// Changes the sample rate by any ratio: a polyphase filter, a Kaiser-windowed sinc of ten zero
/// crossings on each side (beta 5). The same filter as `scipy.signal.resample_poly`, so that sound
/// prepared here is what a model was trained on.
public struct Resampler: Sendable {
    /// Zero crossings on each side of the sinc.
    private static let crossings = 10
    private static let beta = 5.0

    private let up: Int
    private let down: Int
    private let half: Int
    /// The filter's taps, phase after phase: taps p, p + up, p + 2 up...
    private let phases: [[Float]]

    /// - Precondition: Both rates are positive.
    public init(from source: Int, to target: Int) {
        precondition(source > 0 && target > 0, "sample rates are positive")
        let divisor = Self.greatestCommonDivisor(source, target)
        let (up, down) = (target / divisor, source / divisor)
        let half = Self.crossings * max(up, down)
        let taps = Self.lowPass(half: half, cutoff: 1 / Double(max(up, down)), gain: Double(up))
        self.up = up
        self.down = down
        self.half = half
        phases = (0..<up).map { phase in
            stride(from: phase, to: taps.count, by: up).map { taps[$0] }
        }
    }

    /// `ceil(count * target / source)` samples; the first ones are of the same moment.
    public func apply(_ samples: [Float]) -> [Float] {
        guard up != down else { return samples }
        let count = (samples.count * up + down - 1) / down
        return samples.withUnsafeBufferPointer { samples in
            (0..<count).map { index in
                let position = index * down + half
                let taps = phases[position % up]
                let newest = position / up
                let first = max(0, newest - samples.count + 1)
                var sum: Float = 0
                for tap in first..<max(first, min(taps.count, newest + 1)) {
                    sum += taps[tap] * samples[newest - tap]
                }
                return sum
            }
        }
    }

    private static func lowPass(half: Int, cutoff: Double, gain: Double) -> [Float] {
        let scale = bessel(beta)
        let taps = (-half...half).map { offset in
            let x = Double.pi * cutoff * Double(offset)
            let edge = Double(offset) / Double(half)
            return (offset == 0 ? 1 : sin(x) / x)
                * bessel(beta * (1 - edge * edge).squareRoot()) / scale
        }
        let sum = taps.reduce(0, +)
        return taps.map { Float($0 * gain / sum) }
    }

    /// The modified Bessel function of order 0, by its series.
    private static func bessel(_ x: Double) -> Double {
        var (sum, term, index) = (1.0, 1.0, 1.0)
        while term > sum * 1e-17 {
            term *= (x / 2 / index) * (x / 2 / index)
            sum += term
            index += 1
        }
        return sum
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
