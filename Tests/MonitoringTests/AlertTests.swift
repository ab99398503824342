import TestSupport
import Testing

/// Who is woken by an alert finds out what it means and what to do.
@Suite("Alerts")
struct AlertTests {
    private let alerts: [Rule]

    init() throws { alerts = try Rule.all().filter(\.isAlert) }

    /// The runbook's paragraphs by their headings.
    private func runbook() throws -> [String: String] {
        let readme = try MonitoringFiles.text("README.md")
        let start = try #require(readme.range(of: "\n## Runbook\n")).upperBound
        let parts = readme[start...].split(separator: "\n### ").dropFirst()
        return Dictionary(
            uniqueKeysWithValues: parts.map { part in
                let heading = part.prefix { $0 != "\n" }
                return (String(heading), String(part.dropFirst(heading.count)))
            })
    }

    @Test("say what is wrong, how bad it is, and where to read on")
    func annotations() {
        #expect(alerts.count > 20)
        for alert in alerts {
            for field in ["summary", "description"] {
                #expect(alert.fields[field]?.isEmpty == false, "\(alert.name) has no \(field)")
            }
            let anchor = "deploy/monitoring/README.md#" + alert.name.lowercased()
            #expect(alert.fields["runbook_url"] == anchor)
            let severity = alert.fields["labels"] ?? ""
            #expect(["{severity: page}", "{severity: ticket}"].contains(severity), "\(alert.name)")
        }
    }

    @Test("have a paragraph each in the runbook, and it has no others")
    func paragraphs() throws {
        let runbook = try runbook()
        #expect(Set(runbook.keys) == Set(alerts.map(\.name)))
        for (name, text) in runbook {
            for part in ["**Means:**", "**Look:**", "**Do:**"] {
                #expect(text.contains(part), "\(name) does not say \(part)")
            }
        }
    }

    @Test("send people to panels that the dashboard has")
    func panels() throws {
        let dashboard = try Dashboard.read()
        let rows = Set(dashboard.panels.filter { $0.type == "row" }.map(\.title))
        let panels = Set(dashboard.panels.filter { $0.type != "row" }.map(\.title))
        for (name, text) in try runbook() {
            let plain = text.replacing("**", with: "").replacing(#/\s+/#, with: " ")
            for match in plain.matches(of: #/\[([^\]]+)\]/#) {
                #expect(rows.contains(String(match.1)), "\(name): there is no row \(match.1)")
            }
            for match in plain.matches(of: #/\*([^*]+)\*/#) {
                #expect(panels.contains(String(match.1)), "\(name): there is no panel \(match.1)")
            }
        }
    }

    @Test("have a case each that fires, and one that does not")
    func cases() throws {
        let cases = try RuleCase.all()
        let names = Set(alerts.map(\.name))
        #expect(Set(cases.filter(\.fires).map(\.alert)) == names)
        #expect(Set(cases.filter { !$0.fires }.map(\.alert)) == names)
    }
}
