import Testing

/// Who gets into a service's process finds nothing there but the service.
@Suite("Hardening in deploy/")
struct HardeningTests {
    @Test(
        "compose: Lyre's, Prometheus' and Grafana's containers are read-only and have no capability"
    )
    func compose() throws {
        let services = try Compose.services().filter {
            $0.yaml["image"].isThere && $0.name != "vllm"
        }
        #expect(services.count >= 5)
        for service in services {
            let yaml = service.yaml
            #expect(yaml["cap_drop"].items.compactMap(\.text) == ["ALL"], "\(service.place)")
            let options = yaml["security_opt"].items.compactMap(\.text)
            #expect(options == ["no-new-privileges:true"], "\(service.place)")
            #expect(yaml["read_only"].isTrue, "\(service.place)")
        }
    }

    @Test(
        "Kubernetes: nobody is root, may become it, or writes to the image; all say what they need",
        .needsOverlays,
        arguments: Manifests.overlays)
    func kubernetes(overlay: String) async throws {
        let containers = try await Manifests(overlay).containers
        #expect(containers.count >= 5)
        for (name, pod, container) in containers {
            #expect(pod["securityContext"]["runAsNonRoot"].isTrue, "\(name)")
            #expect(
                pod["securityContext"]["seccompProfile"]["type"].text == "RuntimeDefault", "\(name)"
            )
            #expect(pod["automountServiceAccountToken"].isFalse, "\(name)")
            #expect(pod["enableServiceLinks"].isFalse, "\(name)")
            let context = container["securityContext"]
            #expect(context["readOnlyRootFilesystem"].isTrue, "\(name)")
            #expect(context["allowPrivilegeEscalation"].isFalse, "\(name)")
            #expect(context["capabilities"]["drop"].items.compactMap(\.text) == ["ALL"], "\(name)")
            let resources = container["resources"]
            #expect(resources["requests"]["cpu"].isThere, "\(name)")
            #expect(resources["requests"]["memory"].isThere, "\(name)")
            #expect(resources["limits"]["memory"].isThere, "\(name)")
        }
    }

    @Test(
        "Kubernetes: decoders on cores have them for themselves; those on GPUs, and vLLM, a GPU",
        .needsOverlays)
    func devices() async throws {
        let cores = try await Manifests("overlays/cores")
        for (_, _, container) in cores.containers.filter({ $0.deployment == "decoder" }) {
            let resources = container["resources"]
            for kind in ["cpu", "memory"] {
                let request = resources["requests"][kind].text
                #expect(request != nil && request == resources["limits"][kind].text)
            }
        }
        for (overlay, deployment) in [("cores", "vllm"), ("gpu", "vllm"), ("gpu", "decoder")] {
            let found = try await Manifests("overlays/\(overlay)").containers
                .filter { $0.deployment == deployment && $0.container["ports"].isThere }
            let (_, pod, container) = try #require(found.first)
            #expect(container["resources"]["limits"]["nvidia.com/gpu"].text == "1")
            #expect(pod["nodeSelector"]["nvidia.com/gpu.present"].text == "true")
            #expect(pod["tolerations"].items.contains { $0["key"].text == "nvidia.com/gpu" })
            #expect(!pod["affinity"].isThere)
        }
    }
}
