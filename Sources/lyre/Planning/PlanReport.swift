import EnginePlanning
import Foundation

/// A plan, as people and programs read it.
struct PlanReport {
    let plan: MemoryPlan

    private var request: PlanRequest { plan.request }
    private var model: ModelShape { request.model }

    var text: String {
        let spread = request.tensorParallel
        let cards = spread == 1
            ? "one GPU, \(request.gpu.name)" : "\(spread) GPUs, \(request.gpu.name) each"
        let precision = request.weights == .fp8 ? "fp8" : "bf16"
        let heading = "\(model.name) in \(precision) on \(cards): "
            + (plan.streams == 1 ? "1 stream" : "\(plan.streams) streams")
            + String(format: " of %g s", request.seconds)
        let rows = [
            row("weights", plan.weights, parameters),
            row("overhead", plan.overhead, "CUDA context, activations, CUDA graphs: assumed"),
            row(
                "sampling", plan.sampling,
                megabytes(plan.samplingPerStream) + " a stream: assumed"),
            row(
                "KV cache", plan.cache,
                "\(plan.tokensPerStream) tokens a stream, \(plan.bytesPerToken) bytes a token: "
                    + megabytes(plan.cachePerStream)),
            row("headroom", plan.headroom, "vLLM adds it to the KV cache"),
            row(
                "in all", plan.budget,
                String(
                    format: "%g of the GPU; %.2f GB are left to others", plan.utilization,
                    Double(plan.free) / 1e9)),
        ]
        var notes = ["\(plan.streamsThatFit) such streams fit\(share)."]
        if plan.needsMaxModelLength {
            notes.append(
                String(
                    format: "Without --max-model-len vLLM wants room for %d tokens, %.2f GB, and "
                        + "does not start here.",
                    model.positions, Double(model.positions * plan.bytesPerToken) / 1e9))
        }
        notes.append(
            "Only memory is planned: 'lyre tune' measures how many are held in real time.")
        let flags = plan.flags.map { "  \($0)" }
        return ([heading, ""] + rows + ["", "flags for vLLM:"] + flags + [""] + notes)
            .joined(separator: "\n")
    }

    /// Where the number of streams was not asked of this share.
    private var share: String {
        guard request.utilization == nil, request.streams != nil else { return "" }
        return String(format: " in %g of the GPU", request.assumptions.greatestUtilization)
    }

    private var parameters: String {
        func billions(_ count: Int) -> String {
            String(format: "%.2f billion", Double(count) / 1e9)
        }
        return request.weights == .fp8
            ? billions(model.linearParameters) + " parameters in fp8, "
                + billions(model.embeddingParameters + model.normParameters) + " in bf16"
            : billions(model.parameters) + " parameters in bf16"
    }

    private func megabytes(_ bytes: Int) -> String {
        String(format: "%.1f MB", Double(bytes) / 1e6)
    }

    private func row(_ name: String, _ bytes: Int, _ words: String) -> String {
        "  " + name.padding(toLength: 9, withPad: " ", startingAt: 0)
            + String(format: "%8.2f GB  ", Double(bytes) / 1e9) + words
    }
}

extension PlanReport {
    var json: String {
        get throws {
            return try ReportJSON.text(values)
        }
    }

    private struct Values: Encodable {
        let model: String
        let gpuBytes: Int
        let tensorParallelSize: Int
        let quantization: String
        let kvCacheDtype: String
        let seconds: Double
        let streams: Int
        let streamsThatFit: Int
        let weightBytes: Int
        let overheadBytesAssumed: Int
        let samplingBytesAssumed: Int
        let kvCacheBytes: Int
        let kvCacheBytesPerToken: Int
        let tokensPerStream: Int
        let headroomBytes: Int
        let budgetBytes: Int
        let gpuMemoryUtilization: Double
        let maxModelLen: Int
        let maxNumBatchedTokens: Int
        let needsMaxModelLen: Bool
        let flags: [String]
    }

    private var values: Values {
        Values(
            model: model.name, gpuBytes: request.gpu.bytes,
            tensorParallelSize: request.tensorParallel, quantization: request.weights.rawValue,
            kvCacheDtype: request.cache.rawValue, seconds: request.seconds, streams: plan.streams,
            streamsThatFit: plan.streamsThatFit, weightBytes: plan.weights,
            overheadBytesAssumed: plan.overhead, samplingBytesAssumed: plan.sampling,
            kvCacheBytes: plan.cache, kvCacheBytesPerToken: plan.bytesPerToken,
            tokensPerStream: plan.tokensPerStream, headroomBytes: plan.headroom,
            budgetBytes: plan.budget, gpuMemoryUtilization: plan.utilization,
            maxModelLen: plan.maxModelLength, maxNumBatchedTokens: plan.maxBatchedTokens,
            needsMaxModelLen: plan.needsMaxModelLength, flags: plan.flags)
    }
}
