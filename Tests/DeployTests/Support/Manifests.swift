import ChildProcesses
import Foundation

/// What an overlay of `deploy/kubernetes` becomes.
struct Manifests {
    static let overlays = [
        "base", "overlays/cores", "overlays/gpu", "overlays/hpa", "overlays/keda",
    ]

    let overlay: String
    let documents: [YAML]

    init(_ overlay: String) async throws {
        self.overlay = overlay
        let (status, text) = try await ChildProcess.run(
            "kubectl", ["kustomize", "deploy/kubernetes/\(overlay)"], in: Deployment.root)
        guard status == 0 else { throw RenderingFailed(reason: text) }
        documents = try YAML.documents(text)
    }

    struct RenderingFailed: Error { let reason: String }

    func all(_ kind: String) -> [YAML] { documents.filter { $0["kind"].text == kind } }

    func one(_ kind: String, _ name: String) -> YAML? {
        all(kind).first { $0["metadata"]["name"].text == name }
    }

    /// The containers of all deployments, with the pods that they are in.
    var containers: [(deployment: String, pod: YAML, container: YAML)] {
        all("Deployment").flatMap { deployment in
            let pod = deployment["spec"]["template"]["spec"]
            return (pod["initContainers"].items + pod["containers"].items).map {
                (
                    deployment: deployment["metadata"]["name"].text ?? "", pod: pod,
                    container: $0
                )
            }
        }
    }

    var launches: [Launch] {
        containers.compactMap { deployment, _, container in
            let environment = container["env"].items.compactMap { $0["name"].text }
            return Launch(
                place: "kubernetes/\(overlay): \(deployment)/\(container["name"].text ?? "")",
                words: container["args"].items.compactMap(\.text),
                settings: Self.settings(environment))
        }
    }

    /// `LYRE_LOG_LEVEL` is `log-level`.
    private static func settings(_ environment: [String]) -> [String: String] {
        let names = environment.filter { $0.hasPrefix("LYRE_") }.map {
            $0.dropFirst(5).lowercased().replacingOccurrences(of: "_", with: "-")
        }
        return Dictionary(uniqueKeysWithValues: names.map { ($0, "") })
    }
}
