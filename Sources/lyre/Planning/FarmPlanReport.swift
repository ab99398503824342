import Foundation

/// A plan for a farm, as people and programs read it.
struct FarmPlanReport: Encodable {
    let costs: FarmCosts
    let plan: FarmPlan
    /// What the costs foretell of a further load, and what that took; nil where it was not asked.
    let check: Check?

    struct Check: Encodable {
        let streams: Int
        let foretoldCores: Double
        let measuredCores: Double
    }

    var text: String {
        let costOf = Dictionary(uniqueKeysWithValues: costs.services.map { ($0.name, $0) })
        let head = ["service", "cores a stream", "an instance holds", "instances", "cores"]
        let rows = plan.needs.map { need in
            [
                need.service,
                costOf[need.service].map { String(format: "%.4f", $0.coresPerStream) } ?? "-",
                "\(need.streamsPerInstance) (\(words(need.limit)))", "\(need.instances)",
                need.limit == .engine ? "-" : String(format: "%.1f", need.cores),
            ]
        }
        let first = plan.first
        var lines = [
            "for \(plan.streams) streams, by costs measured here with \(costs.streams) streams and "
                + String(format: "%.0f s of speech", costs.speechSeconds), "",
        ]
        lines += TextTable.lines([head] + rows, left: [0])
        lines += [
            "",
            "with one of each, \(first.service) has no room first: at \(first.streamsPerInstance) "
                + "streams, by its \(words(first.limit))",
        ]
        if let check {
            lines.append(
                String(
                    format: "held against %d streams: %.2f cores foretold, %.2f measured (%+.0f %%)",
                    check.streams, check.foretoldCores, check.measuredCores,
                    100 * (check.measuredCores / check.foretoldCores - 1)))
        }
        return lines.joined(separator: "\n")
    }

    private func words(_ limit: FarmPlan.Limit) -> String {
        switch limit {
        case .cores: "cores"
        case .capacity: "--capacity"
        case .engine: "--engine-streams"
        }
    }
}
