import Foundation

/// Normally distributed numbers that are the same in every run (Box and Muller's pairs).
struct GaussianGenerator {
    private var source: SeededGenerator
    private var spare: Float?

    init(seed: UInt64) { source = SeededGenerator(seed: seed) }

    mutating func next() -> Float {
        if let value = spare {
            spare = nil
            return value
        }
        let bits = source.next()
        // Never 0, whose logarithm is infinite.
        let radius = (-2 * log((Float(bits >> 40) + 1) * 0x1p-24)).squareRoot()
        let angle = 2 * Float.pi * Float(bits & 0xFF_FFFF) * 0x1p-24
        spare = radius * sin(angle)
        return radius * cos(angle)
    }

    /// A number between plus and minus `bound`.
    mutating func uniform(_ bound: Float) -> Float {
        (Float(source.next() >> 40) * 0x1p-23 - 1) * bound
    }
}
