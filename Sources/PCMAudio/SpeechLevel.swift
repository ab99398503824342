/// Brings a spoken utterance to what the demo codec was trained on: little silence around it, and
/// one loudness. The figures are those of the training recipe; a change here needs another
/// training.
public enum SpeechLevel {
    /// Below this a sample counts as silence.
    static let silence: Float = 0.004
    /// Samples kept before the first and after the last that is no silence, 50 and 100 ms.
    static let leadIn = 1_200
    static let leadOut = 2_400
    static let rms: Float = 0.085
    static let peak: Float = 0.95

    /// Trims silence, then scales to RMS 0.085, or less where the peak would pass 0.95.
    /// - Parameter samples: 24,000 a second.
    public static func prepare(_ samples: [Float]) -> [Float] {
        let kept = trim(samples)
        let square = kept.reduce(0.0) { $0 + Double($1) * Double($1) }
        let level = Float((square / Double(max(1, kept.count))).squareRoot()) + 1e-9
        let scaled = kept.map { $0 * (rms / level) }
        let highest = scaled.reduce(0) { max($0, abs($1)) }
        return highest > peak ? scaled.map { $0 * peak / highest } : scaled
    }

    private static func trim(_ samples: [Float]) -> ArraySlice<Float> {
        guard let first = samples.firstIndex(where: { abs($0) > silence }),
            let last = samples.lastIndex(where: { abs($0) > silence })
        else { return samples[...] }
        return samples[max(0, first - leadIn)..<min(samples.count, last + 1 + leadOut)]
    }
}
