import Foundation

/// Decibels of 80 mel bands, from 0 Hz to half the sample rate, a column every `hop` samples.
public struct MelSpectrogram: Sendable {
    public static let bands = 80
    /// Samples of a frame, under a Hann window.
    static let window = 1024
    /// What counts as nothing, far below 16 bits.
    private static let floor: Float = 1e-10

    public let hop: Int
    /// Bands, low to high, of each column.
    public let columns: [[Float]]

    /// - Parameter hop: Samples from one frame to the next.
    public init(_ samples: [Float], sampleRate: Int = 24_000, hop: Int = 256) {
        self.hop = hop
        let size = Self.window
        let transform = FourierTransform(size: size)
        let filters = Self.filters(sampleRate: sampleRate)
        let hann = (0..<size).map { Float(0.5 - 0.5 * cos(2 * .pi * Double($0) / Double(size))) }
        let scale = 2 / hann.reduce(0, +)
        columns = stride(from: 0, to: samples.count, by: hop).map { center in
            let frame = (0..<size).map { index in
                let place = center + index - size / 2
                return samples.indices.contains(place)
                    ? samples[place] * hann[index] * scale : 0
            }
            let power = transform.power(frame)
            return filters.map { filter in
                var sum: Float = 0
                for (offset, weight) in filter.weights.enumerated() {
                    sum += weight * power[filter.first + offset]
                }
                return 10 * log10(max(sum, Self.floor))
            }
        }
    }

    /// A triangle over the bins from `first` on.
    private struct Filter {
        var first: Int
        var weights: [Float]
    }

    private static func filters(sampleRate: Int) -> [Filter] {
        let top = mel(Double(sampleRate) / 2)
        let edges = (0...bands + 1).map { hertz(top * Double($0) / Double(bands + 1)) }
        let width = Double(sampleRate) / Double(window)
        return (0..<bands).map { band in
            let (low, center, high) = (edges[band], edges[band + 1], edges[band + 2])
            let bins = Int((low / width).rounded(.up))...Int(high / width)
            let weights = bins.map { bin in
                let frequency = Double(bin) * width
                let (rise, fall) = (frequency - low, high - frequency)
                return Float(max(0, min(rise / (center - low), fall / (high - center))))
            }
            return Filter(first: bins.lowerBound, weights: weights)
        }
    }

    /// The mel scale, 2595 lg(1 + f / 700).
    static func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }

    static func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
}
