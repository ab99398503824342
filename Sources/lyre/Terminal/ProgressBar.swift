import Foundation

/// A line on standard error that says how far the work is; only where somebody looks.
struct ProgressBar {
    private let isShown: Bool
    private let expected: Double

    /// - Parameter expected: Seconds of audio, a guess.
    init(expected: Double, isShown: Bool = isatty(STDERR_FILENO) == 1) {
        self.expected = max(expected, 0.1)
        self.isShown = isShown
    }

    func show(seconds: Double) {
        guard isShown else { return }
        // The guess may be short: the last twentieth is for what comes beyond it.
        let share = min(seconds / expected, 0.95)
        let width = 30
        let filled = Int(share * Double(width))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        write("\r\(bar) \(Int(share * 100)) %  \(String(format: "%.1f", seconds)) s of audio ")
    }

    /// Leaves the line empty.
    func clear() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
