import Foundation

/// A unit of `deploy/systemd`, with the lines of the drop-in that all units share.
struct Unit {
    static let shared = "systemd/lyre-.service.d/10-hardened.conf"

    let name: String
    /// `Key=value` in order, the shared ones last, as systemd reads them.
    private let lines: [(key: String, value: String)]

    static func all() throws -> [Unit] {
        try Deployment.files("systemd").filter { $0.hasSuffix(".service") }.map { try Unit($0) }
    }

    init(_ name: String) throws {
        self.name = name
        lines = try [Deployment.text("systemd/\(name)"), Deployment.text(Self.shared)].flatMap {
            $0.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .compactMap { line in
                    line.firstIndex(of: "=").map { equals in
                        (String(line[..<equals]), String(line[line.index(after: equals)...]))
                    }
                }
        }
    }

    func values(_ key: String) -> [String] { lines.filter { $0.key == key }.map(\.value) }

    /// What it starts, with the settings of its `--config` as `deploy/systemd/lyre` has them.
    func launch() throws -> Launch? {
        guard let command = values("ExecStart").last else { return nil }
        let words = command.split(separator: " ").map(String.init)
        guard let launch = Launch(place: name, words: words) else { return nil }
        guard let config = launch.value("config") else { return launch }
        let yaml = try YAML(Deployment.text("systemd/lyre/\(config.split(separator: "/").last!)"))
        let settings = yaml.keys.map { ($0, yaml[$0].text ?? "") }
        return Launch(
            place: name, words: words, settings: Dictionary(uniqueKeysWithValues: settings))
    }
}
