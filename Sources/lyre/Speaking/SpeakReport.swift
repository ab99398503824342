import Foundation
import LyreRPC
import WireMessages

/// What 'lyre speak' says at its end: the files, and where the time went.
struct SpeakReport {
    let summary: SpeakSummary
    let voice: String
    let seed: UInt64
    /// What starting a private farm took.
    let farm: Duration?
    let files: [String]

    var text: String {
        let seconds = Double(summary.samples) / 24_000
        let total = Double(summary.totalMicroseconds) / 1e6
        var lines = files.isEmpty ? [] : ["wrote " + files.joined(separator: ", ")]
        lines.append(
            String(format: "%.2f s of speech, voice %@, seed %llu, %u prompts, %u frames",
                seconds, voice, seed, summary.prompts, summary.frames))
        if let farm { lines.append(row("farm started", farm.inSeconds)) }
        lines.append(row("text", summary.textMicroseconds))
        lines.append(row("queue", summary.queueMicroseconds))
        lines.append(row("first code", summary.firstCodeMicroseconds))
        lines.append(row("first sample", summary.firstSampleMicroseconds))
        lines.append(row("total", summary.totalMicroseconds)
            + String(format: "   %.1f seconds of audio a second", seconds / max(total, 1e-6)))
        if summary.droppedTokens > 0 { lines.append("  \(summary.droppedTokens) stray tokens were dropped") }
        let resumes = (summary.tokenResumes, summary.decodeResumes)
        if resumes != (0, 0) {
            lines.append(
                "  went on at other servers: tokens \(resumes.0) times, samples \(resumes.1) times")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func row(_ name: String, _ microseconds: UInt64) -> String {
        row(name, Double(microseconds) / 1e6)
    }

    private func row(_ name: String, _ seconds: Double) -> String {
        let padded = name.padding(toLength: 13, withPad: " ", startingAt: 0)
        return "  \(padded) " + String(format: "%8.1f ms", seconds * 1000)
    }
}
