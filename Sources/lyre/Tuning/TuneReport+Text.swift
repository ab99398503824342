import Foundation

extension TuneReport {
    private static let widths = [7, 10, 10, 11, 17, 11, 8, 6, 9, 8]

    /// The columns of ``row(_:)``.
    package static let columns = line([
        "streams", "tokens/s", "a stream", "real time", "first frame p50", "p99", "held", "cut",
        "refused", "failed",
    ])

    /// A line of the table.
    package static func row(_ load: LoadFigures) -> String {
        let pace = load.streamTokensPerSecondP50.map { $0 * PacingPlan.codeSeconds }
        return line([
            "\(load.streams)", String(format: "%.1f", load.tokensPerSecond),
            text(load.streamTokensPerSecondP50, "%.1f"), text(pace, "%.2f x"),
            text(load.firstFrameMillisecondsP50, "%.1f ms"),
            text(load.firstFrameMillisecondsP99, "%.1f ms"), text(load.heldPercent, "%.0f %%"),
            "\(load.cutStreams)", "\(load.refusedCalls)",
            "\(load.failedCalls + load.unfinishedStreams)",
        ])
    }

    /// What follows from the table.
    package var verdict: String {
        settings.flatMap { setting in
            let held = streamsHeld(setting)
            let which = setting.name.isEmpty ? "" : "\(setting.name): "
            let words = switch held {
            case 0: "no load was held in real time"
            case 1: "1 stream was held in real time"
            default: "\(held) streams were held in real time"
            }
            let failures = loads(of: setting).compactMap(\.failure).first
            return [which + words] + (failures.map { ["the first failure: \($0)"] } ?? [])
        }.joined(separator: "\n")
    }

    private static func text(_ value: Double?, _ format: String) -> String {
        value.map { String(format: format, $0) } ?? "-"
    }

    private static func line(_ cells: [String]) -> String {
        zip(cells, widths).map { cell, width in
            String(repeating: " ", count: max(0, width - cell.count)) + cell
        }.joined()
    }
}
