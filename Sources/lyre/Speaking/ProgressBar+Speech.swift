import Foundation

extension ProgressBar {
    /// - Parameter expected: Seconds of audio in all, a guess.
    func show(seconds: Double, of expected: Double) {
        // The guess may be short: the last twentieth is for what comes beyond it.
        show(min(seconds / expected, 0.95), "\(String(format: "%.1f", seconds)) s of audio")
    }
}
