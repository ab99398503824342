import Foundation
import Testing

/// What is mounted has to come from somewhere: from the repository, or from a person who is told.
@Suite("Keys and files of deploy/")
struct SecretTests {
    /// The files below a folder that a program is told to read.
    private func files(_ launch: Launch, below folder: String) -> [String] {
        let values = launch.arguments.map { $0.split(separator: "=").last.map(String.init) ?? "" }
        return (values + launch.settings.values).filter { $0.hasPrefix(folder) }
            .map { String($0.dropFirst(folder.count)) }
    }

    @Test("compose: make-keys makes all keys that are read, and all mounts are there")
    func compose() throws {
        let script = try Deployment.text("compose/make-keys")
        let made = try #require(script.firstMatch(of: /for name in ([\w ]+)/)).1
            .split(separator: " ").map(String.init)
        for service in try Compose.services() {
            for launch in [service.launch, service.healthcheck].compactMap(\.self) {
                for file in files(launch, below: "/keys/") where file != "allowed" {
                    #expect(
                        made.contains { ["\($0).key", "\($0).pub"].contains(file) }, "\(launch)")
                }
            }
            for mount in service.yaml["volumes"].items {
                guard let source = mount.text?.split(separator: ":").first,
                    source.hasPrefix("../monitoring/"), Deployment.exists("monitoring")
                else { continue }
                #expect(
                    Deployment.exists(String(source.dropFirst(3))), "\(service.place): \(source)")
            }
        }
    }

    @Test("systemd: all files in /etc/lyre are in deploy/systemd/lyre, or the README makes them")
    func systemd() throws {
        let guide = try Deployment.text("README.md")
        let pairs = try #require(guide.firstMatch(of: /cd \/etc\/lyre; for name in ([\w ]+);/)).1
            .split(separator: " ").flatMap { ["\($0).key", "\($0).pub"] }
        for unit in try Unit.all() {
            let credentials = unit.values("LoadCredential").compactMap {
                $0.split(separator: ":").last.map(String.init)
            }
            #expect(!credentials.isEmpty, "\(unit.name)")
            let launch = try #require(try unit.launch())
            let read = credentials.map { String($0.dropFirst("/etc/lyre/".count)) }
            for file in read + files(launch, below: "/etc/lyre/") {
                let isThere = Deployment.exists("systemd/lyre/\(file)")
                let isMade = pairs.contains(file) || guide.contains("--list \(file)\n")
                #expect(isThere || isMade, "\(unit.name): who makes /etc/lyre/\(file)?")
            }
        }
    }

    @Test(
        "Kubernetes: what pods mount is a claim, or made as the README says; no file has a secret",
        .needsOverlays,
        arguments: Manifests.overlays)
    func kubernetes(overlay: String) async throws {
        let manifests = try await Manifests(overlay)
        let guide = try Deployment.text("README.md").replacingOccurrences(of: "\\\n", with: " ")
        #expect(manifests.all("Secret").isEmpty)
        for (name, pod, container) in manifests.containers {
            let volumes = pod["volumes"].items
            for mount in container["volumeMounts"].items {
                let isThere = volumes.contains { $0["name"].text == mount["name"].text }
                #expect(isThere, "\(name) mounts \(mount["name"].text ?? "")")
            }
            // The lines that make what is in /keys.
            var made = ""
            for source in volumes.flatMap({ $0["projected"]["sources"].items }) {
                for kind in ["secret", "configMap"] where source[kind].isThere {
                    let wanted = source[kind]["name"].text ?? ""
                    let line = guide.split(separator: "\n").first { $0.contains(" \(wanted) ") }
                    made += try #require(line, "\(name): who makes \(wanted)?") + "\n"
                }
            }
            let words = container["args"].items.compactMap(\.text)
            for word in words where word.contains("=/keys/") {
                let file = word.split(separator: "/").last!
                #expect(made.contains("/\(file)"), "\(name): who makes \(word)?")
            }
            for volume in volumes {
                guard let claim = volume["persistentVolumeClaim"]["claimName"].text else {
                    continue
                }
                #expect(manifests.one("PersistentVolumeClaim", claim) != nil)
            }
            for variable in container["env"].items {
                guard let secret = variable["valueFrom"]["secretKeyRef"]["name"].text else {
                    continue
                }
                #expect(guide.contains(secret), "\(name): who makes \(secret)?")
            }
        }
    }
}
