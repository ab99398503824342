import Foundation
import Pictures

extension TuneReport {
    /// Tokens of all streams, of one, time to the first frame, and streams held, over the loads.
    package var chart: LineChart {
        let steps = Set(loads.map(\.streams)).sorted()
        typealias Figure = (LoadFigures) -> Double?
        func line(
            _ name: String, _ setting: TuneSetting, _ value: Figure
        ) -> LineChart.Series {
            let loads = loads(of: setting)
            return LineChart.Series(
                name, steps.map { step in loads.last { $0.streams == step }.flatMap(value) })
        }
        /// Two lines where there is one setting, else one line a setting.
        func lines(
            _ first: (String, Figure), _ second: (String, Figure)?
        ) -> [LineChart.Series] {
            guard settings.count == 1 else {
                return settings.map { line($0.name, $0, first.1) }
            }
            return [line(first.0, settings[0], first.1)]
                + (second.map { [line($0.0, settings[0], $0.1)] } ?? [])
        }
        let median = settings.count == 1 ? "" : ", p50"
        let realTime = LineChart.Level(
            String(format: "real time: %.2f", realTimeTokensPerSecond), realTimeTokensPerSecond)
        return LineChart(
            title: "\(endpoint), " + String(format: "%g s a load", seconds), stepName: "streams",
            steps: steps.map { "\($0)" },
            panels: [
                .init("tokens/s, all streams", lines(("all", \.tokensPerSecond), nil)),
                .init(
                    "tokens/s, one stream" + median,
                    lines(("p50", \.streamTokensPerSecondP50), ("p1", \.streamTokensPerSecondP1)),
                    level: realTime),
                .init(
                    "first frame, ms" + median,
                    lines(
                        ("p50", \.firstFrameMillisecondsP50),
                        ("p99", \.firstFrameMillisecondsP99))),
                .init("held in real time, %", lines(("held", \.heldPercent), nil), least: 100),
            ])
    }
}
