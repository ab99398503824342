import Foundation

/// The services of `deploy/compose`, file by file, aliases and merges resolved.
struct Compose {
    struct Service {
        let file: String
        let name: String
        let yaml: YAML

        var place: String { "\(file): \(name)" }
        var launch: Launch? {
            Launch(place: place, words: yaml["command"].items.compactMap(\.text))
        }
        /// What a container asks its service by.
        var healthcheck: Launch? {
            Launch(
                place: "\(place), healthcheck",
                words: Array(yaml["healthcheck"]["test"].items.compactMap(\.text).dropFirst()))
        }
    }

    static func services() throws -> [Service] {
        try Deployment.files("compose").filter { $0.hasSuffix(".yaml") }.flatMap { file in
            let services = try YAML(Deployment.text("compose/\(file)"))["services"]
            return services.keys.map { Service(file: file, name: $0, yaml: services[$0]) }
        }
    }

    /// The services of `compose.yaml`, by name.
    static func farm() throws -> [String: Service] {
        let farm = try services().filter { $0.file == "compose.yaml" }
        return Dictionary(uniqueKeysWithValues: farm.map { ($0.name, $0) })
    }
}
