import Foundation
import TestSupport
import Testing

/// The farm of deploy/compose on a host of its own, with processes in the place of containers: each
/// runs its container's command, finds the others by name, and a volume is the folder it shows.
///
/// A demo engine stands for vLLM, and Grafana is not started.
final class ComposedFarm: Sendable {
    /// What `docker compose config` says.
    private struct Configuration: Decodable {
        let services: [String: Container]
    }
    private struct Container: Decodable {
        struct Volume: Decodable {
            let type, source, target: String
        }
        struct Check: Decodable {
            let test: [String]
        }
        struct Condition: Decodable {}

        let command: [String]?
        let volumes: [Volume]?
        let healthcheck: Check?
        let needed: [String: Condition]?

        enum CodingKeys: String, CodingKey {
            case command, volumes, healthcheck
            case needed = "depends_on"
        }
    }

    /// Docker's compose, where `tools/deploy/install` puts it or in the path.
    static let compose: String? = {
        let own = Programs.root.appendingPathComponent(".build/deploy/bin/docker-compose").path
        return FileManager.default.isExecutableFile(atPath: own) ? own : Tool.path("docker-compose")
    }()

    private let names: NameServer
    private let scratch: Scratch
    private let processes: [Child]
    /// The copy of deploy/compose that it was started from.
    var folder: String { scratch.path("deploy/compose") }

    /// Does what deploy/README.md says, in a copy of deploy/.
    init() async throws {
        scratch = try Scratch()
        names = try await NameServer()
        try FileManager.default.copyItem(
            at: Programs.root.appendingPathComponent("deploy"),
            to: scratch.url.appendingPathComponent("deploy"))
        let containers = try await Self.containers(
            in: scratch.url.appendingPathComponent("deploy/compose"), home: scratch.url.path)
        let address = names.network.address
        try names.set(containers.keys.map { (name: $0, address: address) })

        var processes: [String: Child] = [:]
        while processes.count < containers.count {
            let ready = containers.filter { [processes] name, container in
                processes[name] == nil
                    && (container.needed ?? [:]).keys.allSatisfy { processes[$0] != nil }
            }
            let next = try #require(ready.keys.min(), "containers wait for each other")
            let words = try Self.words(next, containers[next]!, scratch)
            processes[next] = try await names.run(words[0], Array(words.dropFirst()))
            try await Self.waitUntilHealthy(
                containers[next]!, processes[next]!, names, scratch)
        }
        self.processes = Array(processes.values)
    }

    /// Makes keys, and reads the configuration; Grafana's is left out.
    private static func containers(in folder: URL, home: String) async throws -> [String: Container]
    {
        // Those of the working tree are somebody's.
        try? FileManager.default.removeItem(at: folder.appendingPathComponent("keys"))
        let keys = try await Programs.run(
            folder.appendingPathComponent("make-keys").path, [],
            environment: ["LYRE": Programs.url("lyre").path])
        try #require(keys.status == 0, "\(keys.errors)")
        let configuration = try await Programs.run(
            try #require(compose),
            ["-f", "compose.yaml", "-f", "monitoring.yaml", "config", "--format", "json"],
            environment: ["SNAC_MODEL": Programs.model, "HOME": home], in: folder)
        try #require(configuration.status == 0, "\(configuration.errors)")
        return try JSONDecoder().decode(Configuration.self, from: configuration.output)
            .services.filter { $0.key != "grafana" }
    }

    /// A container's command as it can be run here.
    private static func words(
        _ name: String, _ container: Container, _ scratch: Scratch
    ) throws -> [String] {
        let command = container.command ?? []
        if name == "vllm" {
            let model = try #require(command.first { $0.hasPrefix("--model=") })
            return [
                Programs.url("lyre-demo-engine").path, "--host", "0.0.0.0", "--port", "8000",
                "--served-model-name", String(model.dropFirst("--model=".count)),
                "--rate", "90",
            ]
        }
        // Prometheus' image has it as the entry point.
        let words =
            name == "prometheus"
            ? [try #require(Tool.path(name))] + command
            : [Programs.url(command[0]).path] + command.dropFirst()
        return words.map { shown($0, container, scratch) }
    }

    /// An argument with the folder that a volume shows.
    private static func shown(
        _ argument: String, _ container: Container, _ scratch: Scratch
    ) -> String {
        guard let equals = argument.firstIndex(of: "=") else { return argument }
        let value = argument[equals...].dropFirst()
        for volume in container.volumes ?? []
        where value == volume.target || value.hasPrefix(volume.target + "/") {
            let source = volume.type == "bind" ? volume.source : scratch.path(volume.source)
            return argument[...equals] + source + value.dropFirst(volume.target.count)
        }
        return argument
    }

    /// Asks by the container's own check, as often as it would.
    private static func waitUntilHealthy(
        _ container: Container, _ process: Child, _ names: NameServer, _ scratch: Scratch
    ) async throws {
        guard let test = container.healthcheck?.test, test.dropFirst().first == "lyre" else {
            return
        }
        let words = test.dropFirst(2).map { shown($0, container, scratch) }
        for _ in 0..<100 {
            let check = try await names.run(Programs.url("lyre").path, words)
            if await check.run(input: Data()).status == 0 { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        process.signal(SIGKILL)
        throw StartFailed(name: words.joined(separator: " "), errors: await process.errors.all())
    }

    /// The Prometheus among the containers.
    var prometheus: Prometheus { Prometheus(url: "http://\(names.network.address):9090") }

    /// Runs `lyre` on the host, in `folder`'s words: `keys/client.key`.
    func lyre(_ arguments: [String]) async throws -> Programs.Outcome {
        let places = arguments.map { $0.hasPrefix("keys/") ? "\(folder)/\($0)" : $0 }
        return try await names.run(Programs.url("lyre").path, places).run(input: Data())
    }

    func stop() async {
        for process in processes {
            process.signal(SIGTERM)
            await process.waitUntilExit()
        }
        await names.stop()
    }
}
