import Testing

/// A service that is told to end has 25 s for its calls and 5 s to stop: nobody may kill it before.
@Suite("Drain in deploy/")
struct DrainTests {
    private static let needed = 30

    @Test("compose waits")
    func compose() throws {
        for (name, service) in try Compose.farm() where name != "vllm" {
            let wait = service.yaml["stop_grace_period"].text.flatMap { Int($0.dropLast()) }
            #expect((wait ?? 0) >= Self.needed, "\(service.place)")
        }
    }

    @Test(
        "systemd waits, and tells the service alone, which ends its vLLM after its calls"
    )
    func systemd() throws {
        for unit in try Unit.all() {
            let wait = unit.values("TimeoutStopSec").last.flatMap { Int($0) }
            #expect((wait ?? 0) >= Self.needed, "\(unit.name)")
            #expect(unit.values("KillMode").last == "mixed", "\(unit.name)")
        }
    }

    @Test(
        "Kubernetes waits, and tells the service when its address has left the name",
        .needsOverlays,
        arguments: Manifests.overlays)
    func kubernetes(overlay: String) async throws {
        let manifests = try await Manifests(overlay)
        for (name, pod, container) in manifests.containers where container["ports"].isThere {
            let before = container["lifecycle"]["preStop"]["sleep"]["seconds"].number ?? 0
            #expect(before >= 5, "\(name): names are looked up every 5 s")
            let wait = pod["terminationGracePeriodSeconds"].number ?? 0
            #expect(wait >= before + (name == "vllm" ? 10 : Self.needed), "\(name)")
            #expect(manifests.one("PodDisruptionBudget", name) != nil, "\(name)")
        }
    }
}
