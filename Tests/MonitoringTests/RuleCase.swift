import Foundation
import TestSupport

/// What the unit tests of the rules expect of an alert, one case each.
struct RuleCase {
    let alert: String
    let fires: Bool

    /// Their files, from deploy/monitoring.
    static func files() throws -> [String] {
        let folder = MonitoringFiles.folder.appendingPathComponent("rules/tests").path
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .map { "rules/tests/" + $0 }
    }

    static func all() throws -> [RuleCase] {
        try files().flatMap { file in
            try MonitoringFiles.text(file)
                .matches(of: #/alertname: (\w+)\n *eval_time: \S+\n *exp_alerts:( \[\])?\n/#)
                .map { RuleCase(alert: String($0.1), fires: $0.2 == nil) }
        }
    }
}
