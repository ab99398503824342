import Foundation

/// A line on standard error that says how far the work is; only where somebody looks.
struct ProgressBar: Sendable {
    let isShown: Bool

    /// True when standard error is a terminal.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// - Parameters:
    ///   - share: How much is done, 0 to 1.
    ///   - words: Stand behind the bar.
    func show(_ share: Double, _ words: String) {
        guard isShown else { return }
        let share = min(max(share, 0), 1)
        let width = 30
        let filled = Int(share * Double(width))
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        write("\r\(bar) \(Int(share * 100)) %  \(words) \u{1B}[K")
    }

    /// Leaves the line empty.
    func clear() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
