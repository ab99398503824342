import Foundation
import Testing

/// What autoscalers read has to be there, under the names that they read.
@Suite("Autoscaling in deploy/")
struct ScalingTests {
    private static let rules = "kubernetes/components/signals/rules.yaml"

    private func rules() throws -> [YAML] {
        try YAML(Deployment.text(Self.rules))["spec"]["groups"].items.flatMap { $0["rules"].items }
    }

    @Test("the metrics of the ratios are Lyre's own")
    func metrics() throws {
        let sources = Deployment.root.appendingPathComponent("Sources")
        var code = ""
        let files = FileManager.default.enumerator(atPath: sources.path)
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            code += try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
        }
        let text = try rules().compactMap { $0["expr"].text }.joined(separator: "\n")
        let names = Set(text.matches(of: /\blyre_\w+/).map { String($0.0) })
        #expect(names.count >= 5)
        for name in names {
            let isCounted = code.contains("\"\(name)\"")
            #expect(isCounted, "nothing counts \(name)")
        }
    }

    @Test("vLLM's streams are measured by what it is started with")
    func streams() throws {
        let vllm = try Deployment.text("kubernetes/base/vllm.yaml")
        let most = try #require(vllm.firstMatch(of: /--max-num-seqs=(\d+)/)).1
        #expect(try Deployment.text("kubernetes/base/tokens.yaml").contains("--streams=\(most)\n"))
        let expressions = try rules().filter { $0["labels"]["stage"].text == "vllm" }
            .compactMap { $0["expr"].text }.filter { $0.contains("num_requests_running") }
        #expect(expressions.count == 2)
        for text in expressions { #expect(text.contains("(\(most) * count")) }
    }

    @Test(
        "each stage's scaler reads a ratio that the rules record, or its CPU",
        .needsOverlays)
    func scalers() async throws {
        let rules = try rules()
        let stages = Set(rules.compactMap { $0["labels"]["stage"].text })
        let adapter = try Deployment.text("kubernetes/components/hpa/prometheus-adapter.yaml")
        for rule in rules { #expect(adapter.contains(rule["record"].text ?? "no record")) }

        let keda = try await Manifests("overlays/keda")
        for scaler in keda.all("ScaledObject") {
            let name = scaler["spec"]["scaleTargetRef"]["name"].text ?? ""
            #expect(keda.one("Deployment", name)?["spec"]["replicas"].isThere == false, "\(name)")
            for trigger in scaler["spec"]["triggers"].items
            where trigger["type"].text == "prometheus" {
                let query = trigger["metadata"]["query"].text ?? ""
                #expect(query.contains("lyre:scale:ratio{") && query.contains("stage=\"\(name)\""))
                #expect(stages.contains(name))
            }
        }
        let hpa = try await Manifests("overlays/hpa")
        for scaler in hpa.all("HorizontalPodAutoscaler") {
            let name = scaler["spec"]["scaleTargetRef"]["name"].text ?? ""
            #expect(hpa.one("Deployment", name)?["spec"]["replicas"].isThere == false, "\(name)")
            for metric in scaler["spec"]["metrics"].items where metric["type"].text == "External" {
                let external = metric["external"]["metric"]
                #expect(adapter.contains("as: \(external["name"].text ?? "no name")"))
                #expect(external["selector"]["matchLabels"]["stage"].text == name)
            }
        }
        let scaled = ["decoder", "text", "tokens", "vllm"]
        #expect(
            keda.all("ScaledObject").compactMap { $0["metadata"]["name"].text }.sorted() == scaled)
        let autoscalers = hpa.all("HorizontalPodAutoscaler")
        #expect(autoscalers.compactMap { $0["metadata"]["name"].text }.sorted() == scaled)
    }
}
