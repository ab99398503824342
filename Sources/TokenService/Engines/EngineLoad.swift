/// How busy a server says it is, by the gauges of vLLM's `/metrics`.
public struct EngineLoad: Hashable, Sendable {
    /// Requests that it works on, ours and others'.
    public var running = 0
    /// Requests that wait in its queue.
    public var waiting = 0
    /// The share of its KV cache that is in use, 0...1.
    public var cacheUse = 0.0

    public init() {}

    /// Reads them out of a scrape.
    /// - Parameter model: Only lines of this model count, where a line names one.
    /// - Returns: nil when the text holds none of them.
    package init?(metrics text: [UInt8], model: String) {
        var load = EngineLoad()
        var isThere = false
        for line in text.split(separator: UInt8(ascii: "\n")) {
            guard let sample = MetricSample(line), sample.model == nil || sample.model == model
            else { continue }
            switch sample.name {
            case "vllm:num_requests_running": load.running += Int(sample.value)
            case "vllm:num_requests_waiting": load.waiting += Int(sample.value)
            // Of several engines behind one port the fullest counts.
            case "vllm:kv_cache_usage_perc": load.cacheUse = max(load.cacheUse, sample.value)
            default: continue
            }
            isThere = true
        }
        guard isThere else { return nil }
        self = load
    }
}

/// A line of Prometheus' text format, as far as a load needs it.
private struct MetricSample {
    let name: String
    /// Of its label `model_name`.
    let model: String?
    /// Finite and not negative.
    let value: Double

    init?(_ line: ArraySlice<UInt8>) {
        // Of a scrape's thousands of lines three matter.
        guard line.starts(with: "vllm:".utf8),
            let end = line.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == 0x20 })
        else { return nil }
        name = String(decoding: line[..<end], as: UTF8.self)
        var rest = line[end...]
        model = line[end] == UInt8(ascii: "{") ? Self.model(&rest) : nil
        let words = rest.split(separator: 0x20)
        guard let word = words.first, let value = Double(String(decoding: word, as: UTF8.self)),
            value.isFinite, value >= 0, value < 1e9
        else { return nil }
        self.value = value
    }

    /// Takes the labels.
    private static func model(_ rest: inout ArraySlice<UInt8>) -> String? {
        var model: String?
        var isQuoted = false
        var name: [UInt8] = []
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\") where isQuoted:
                if let next = rest.popFirst() { value.append(next) }
            case UInt8(ascii: "\""):
                isQuoted.toggle()
                if !isQuoted, name.elementsEqual("model_name".utf8) {
                    model = String(decoding: value, as: UTF8.self)
                }
            case _ where isQuoted: value.append(byte)
            case UInt8(ascii: "}"): return model
            case UInt8(ascii: "{"), UInt8(ascii: ","): (name, value) = ([], [])
            case UInt8(ascii: "="), 0x20: break
            default: name.append(byte)
            }
        }
        return model
    }
}
