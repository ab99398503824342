import ChildProcesses
import Testing

extension Trait where Self == ConditionTrait {
    /// Skips a test for which a program is missing.
    /// - Parameter remedy: How to come by it.
    static func needs(_ program: String, _ remedy: String) -> Self {
        .enabled(if: Deployment.has(program), "\(program) is missing: \(remedy)")
    }

    /// Skips a test where nothing renders overlays.
    static var needsOverlays: Self {
        .enabled("kubectl 1.27 or newer is missing: it renders overlays") {
            try await Manifests.canBeRendered
        }
    }
}

extension Manifests {
    /// Older ones do not know components.
    static var canBeRendered: Bool {
        get async throws {
            guard Deployment.has("kubectl") else { return false }
            let (_, text) = try await ChildProcess.run("kubectl", ["version", "--client"])
            guard let version = text.firstMatch(of: /Kustomize Version: v(\d+)/) else {
                return false
            }
            return Int(version.1).map { $0 >= 5 } ?? false
        }
    }
}
