import Testing

/// Who calls whom, and where: both ends have to mean the same port.
@Suite("Ports of deploy/")
struct PortTests {
    /// Services' ports: for calls, and for metrics and probes.
    private static let ports = [
        "lyre-text": (7100, 7110), "lyre-tokens": (7101, 7111), "lyre-decoder": (7102, 7112),
    ]

    /// The port that each service is asked at by another's setting.
    private static let called = [
        ("lyre-text", "tokens", 7101), ("lyre-text", "decoder", 7102),
        ("lyre-tokens", "vllm", 8000),
    ]

    private func judge(_ launch: Launch) {
        if let (calls, admin) = Self.ports[launch.program] {
            #expect(launch.port("listen") == calls, "\(launch)")
            #expect(launch.port("admin") == admin, "\(launch)")
        }
        for (program, setting, port) in Self.called where launch.program == program {
            guard launch.value(setting) != nil else { continue }
            #expect(launch.port(setting) == port, "\(launch), --\(setting)")
        }
    }

    @Test("in compose: services, their callers, health checks and what is published")
    func compose() throws {
        for (name, service) in try Compose.farm() where name != "vllm" {
            let launch = try #require(service.launch)
            judge(launch)
            let health = try #require(service.healthcheck)
            #expect(health.arguments.first == "health")
            let asked = health.arguments.dropFirst().first?.split(separator: ":").last
            #expect(asked.flatMap { Int($0) } == launch.port("listen"), "\(service.place)")
            for published in service.yaml["ports"].items.compactMap(\.text) {
                let port = published.split(separator: ":").last.flatMap { Int($0) }
                #expect([launch.port("listen"), launch.port("admin")].contains(port))
                #expect(
                    published.hasPrefix("127.0.0.1:"), "\(service.place) publishes \(published)")
            }
        }
    }

    @Test("of units: one a service, and of one decoder a core each its own")
    func units() throws {
        for unit in try Unit.all() {
            let launch = try #require(try unit.launch())
            guard unit.name.contains("@") else {
                judge(launch)
                continue
            }
            #expect(launch.value("listen")?.hasSuffix("%i") == true)
            #expect(launch.value("admin")?.hasSuffix("%i") == true)
            #expect(launch.value("listen")?.suffix(4) != launch.value("admin")?.suffix(4))
        }
    }

    @Test(
        "in Kubernetes: containers, services, probes and policies",
        .needsOverlays,
        arguments: Manifests.overlays)
    func kubernetes(overlay: String) async throws {
        let manifests = try await Manifests(overlay)
        manifests.launches.forEach(judge)
        let open = manifests.all("NetworkPolicy").flatMap { $0["spec"]["ingress"].items }
            .flatMap { $0["ports"].items }.compactMap { $0["port"].number }
        for (name, _, container) in manifests.containers where container["ports"].isThere {
            var ports: [String: Int] = [:]
            for port in container["ports"].items {
                ports[port["name"].text ?? ""] = port["containerPort"].number
            }
            for probe in ["startupProbe", "livenessProbe", "readinessProbe"] {
                let asked = container[probe]["httpGet"]
                #expect(ports[asked["port"].text ?? ""] != nil, "\(name), \(probe)")
                let paths = name == "vllm" ? ["/health"] : ["/livez", "/readyz"]
                #expect(paths.contains(asked["path"].text ?? ""), "\(name), \(probe)")
            }
            let service = try #require(manifests.one("Service", name))
            #expect(service["spec"]["clusterIP"].text == "None", "\(name) has to be headless")
            for port in service["spec"]["ports"].items {
                #expect(ports[port["name"].text ?? ""] == port["port"].number, "\(name)")
            }
            for port in ports.values {
                #expect(open.contains(port), "nobody may reach \(name):\(port)")
            }
            guard let launch = manifests.launches.first(where: { $0.program == "lyre-\(name)" })
            else { continue }
            #expect(ports["rpc"] == launch.port("listen"))
            #expect(ports["admin"] == launch.port("admin"))
        }
    }
}
