/// A recording or an alert rule, as far as tests look at it.
public struct Rule: Sendable {
    public let isAlert: Bool
    public let name: String
    /// `expr`, `summary`, `description`, `runbook_url` and others, as they stand in the file.
    public private(set) var fields: [String: String] = [:]

    /// All rules of deploy/monitoring/rules/lyre.yml.
    public static func all() throws -> [Rule] {
        var rules: [Rule] = []
        // A value that goes on in the lines below, which are indented deeper.
        var block: (key: String, indent: Int)?
        for line in try MonitoringFiles.text("rules/lyre.yml").split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            if let (key, outer) = block, indent > outer {
                rules[rules.count - 1].fields[key, default: ""] += line.dropFirst(indent) + "\n"
                continue
            }
            block = nil
            if let start = line.wholeMatch(of: #/ *- (alert|record): (\S+)/#) {
                rules.append(Rule(isAlert: start.1 == "alert", name: String(start.2)))
            } else if !rules.isEmpty, let field = line.wholeMatch(of: #/ *([a-z_]+): (.+)/#) {
                let key = String(field.1)
                if ["|", ">-"].contains(field.2) {
                    block = (key, indent)
                } else {
                    rules[rules.count - 1].fields[key] = String(field.2)
                }
            }
        }
        return rules
    }

    private init(isAlert: Bool, name: String) { (self.isAlert, self.name) = (isAlert, name) }
}
