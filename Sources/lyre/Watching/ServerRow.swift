import LyreRPC

/// A server in the list of `lyre top`: what it is doing, from two looks at it.
package struct ServerRow: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable {
        case ready, draining, unreachable
    }

    package var endpoint: String
    package var state: State
    /// Why it cannot be asked.
    package var error: String?
    /// `text`, `tokens` or `decoder`.
    package var stage = ""
    package var version = ""
    package var uptimeSeconds = 0.0
    package var streams = 0
    /// Sound that the listener with the least of it has left; nil where nobody listens.
    package var leadSeconds: Double?
    package var queued = 0
    /// Tokens a second at a token service, seconds of sound a second elsewhere; nil at the first
    /// look, as are the next two.
    package var rate: Double?
    /// 1 for one processor.
    package var cpu: Double?
    /// Streams in a batch of the decoder.
    package var batch: Double?
    package var memoryBytes = 0.0
    /// Streams that went on elsewhere, and listeners that had to wait: since the start.
    package var resumes = 0
    package var underruns = 0

    init(_ endpoint: Endpoint, unreachable error: RPCError) {
        self.endpoint = endpoint.address
        state = .unreachable
        self.error = error.status.message
    }

    /// - Parameter last: The look before, of the same run of the server; nil for none.
    init(_ now: ServerSample, since last: ServerSample?) {
        let before = last?.reply.instance == now.reply.instance ? last : nil
        let seconds = before.map { (now.time - $0.time).inSeconds } ?? 0
        func rise(_ name: String) -> Double? {
            guard let before, seconds > 0 else { return nil }
            return (now.values[name] ?? 0) - (before.values[name] ?? 0)
        }
        endpoint = now.endpoint.address
        state = now.reply.isDraining ? .draining : .ready
        stage = String(now.reply.program.drop { $0 != "-" }.dropFirst())
        version = now.reply.version
        uptimeSeconds = Double(now.reply.uptimeMicroseconds) / 1e6
        memoryBytes = now.values["process_resident_memory_bytes"] ?? 0
        cpu = rise("process_cpu_seconds_total").map { $0 / seconds }
        let prefix = "lyre_\(stage)_"
        streams = Int(now.values[prefix + (stage == "text" ? "requests" : "streams")] ?? 0)
        leadSeconds = now.values[prefix + "worst_lead_seconds"]
        queued = Int(now.values[prefix + "queue"] ?? 0)
        resumes = Int(now.values[prefix + "resumes_total"] ?? 0)
        underruns = Int(now.values[prefix + "underruns_total"] ?? 0)
        rate =
            stage == "tokens"
            ? rise("lyre_tokens_frames_total").map { $0 * 7 / seconds }
            : rise(prefix + "samples_total").map { $0 / 24_000 / seconds }
        if let batches = rise("lyre_decoder_batch_streams_count"), batches > 0 {
            batch = rise("lyre_decoder_batch_streams_sum").map { $0 / batches }
        }
    }
}
