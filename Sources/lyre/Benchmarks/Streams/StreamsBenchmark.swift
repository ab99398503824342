import LyreRPC
import SNAC
import WireMessages
import ZeroMQTransport

/// Calls a decoder as live streams do, and notes what happens when.
///
/// All streams share one connection and one thread, so that the client takes little of the
/// processors that it shares with the decoder.
struct StreamsBenchmark: Sendable {
    /// Seconds after its last code that a stream is waited for.
    private static let patience = 10.0
    /// Seconds from the start of a run to its first stream, to make all tasks ready.
    private static let lead = 0.05
    private static let codebookSize: UInt32 = 4096

    private let transport = ZeroMQTransport(client: "lyre bench")
    private let channel: Channel
    /// The decoder's process where it is ours.
    private let process: Int32?

    /// Connects.
    /// - Throws: ``RPCError`` where nobody serves there.
    init(endpoint: String, process: Int32?) async throws {
        channel = try transport.channel(to: endpoint, service: "Decoder")
        self.process = process
        _ = try await channel.unary(
            Health.check, HealthRequest(), options: CallOptions(timeout: .seconds(10)))
    }

    /// Runs the streams of a plan.
    /// - Parameter preroll: Of the listeners, in seconds.
    /// - Throws: ``RPCError`` of the first stream that failed, want of room or time apart,
    ///   ``FarmError`` where samples are missing.
    func measure(_ plan: PacingPlan, preroll: Double) async throws -> StreamsReport {
        let start = SystemTime().now + .seconds(Self.lead)
        let before = (decoder: process.flatMap(ProcessorTime.of), client: ProcessorTime.own)
        let pacer = Pacer()
        defer { pacer.cancel() }
        let executor = transport.executor
        let traces = try await withThrowingTaskGroup(of: StreamTrace.self) { group in
            for (stream, moments) in pacer.start(plan, at: start).enumerated() {
                group.addTask(executorPreference: executor) {
                    try await run(stream, of: plan, at: moments, from: start)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let after = process.flatMap(ProcessorTime.of)
        let cost = StreamsReport.Cost(
            decoder: after.flatMap { after in before.decoder.map { after - $0 } },
            client: ProcessorTime.own - before.client,
            wall: (SystemTime().now - start).inSeconds + Self.lead)
        return StreamsReport(plan: plan, preroll: preroll, traces: traces, cost: cost)
    }

    private func run(
        _ stream: Int, of plan: PacingPlan, at moments: Pacer.Moments, from start: Instant
    ) async throws -> StreamTrace {
        let opening = start + .seconds(plan.start(of: stream))
        try await Task.sleep(for: opening - SystemTime().now, tolerance: .zero)
        let options = CallOptions(timeout: .seconds(plan.seconds + Self.patience))
        let trace = try await channel.bidirectional(Decoder.decode, options: options) {
            replies, writer in
            async let sent = send(stream, of: plan, to: writer, at: moments)
            let (arrivals, end) = try await receive(replies, from: start)
            return StreamTrace(stream: stream, sent: await sent, arrivals: arrivals, end: end)
        }
        if trace.end == .complete, trace.samples != plan.samples {
            throw FarmError(
                "stream \(stream) ended with \(trace.samples) samples instead of \(plan.samples)")
        }
        return trace
    }

    /// When each unit was sent; fewer where the stream has ended before.
    private func send(
        _ stream: Int, of plan: PacingPlan, to writer: MessageWriter<DecodeRequest>,
        at moments: Pacer.Moments
    ) async -> [Double] {
        var random = SeededGenerator(seed: UInt64(stream))
        var sent: [Double] = []
        sent.reserveCapacity(plan.units)
        // Why a stream has ended early, its reader is told.
        do {
            try await writer.send(.start(DecodeStart(seed: UInt64(stream))))
            for await moment in moments {
                let codes = plan.unit.codes(of: sent.count).map { _ in
                    UInt32.random(in: 0..<Self.codebookSize, using: &random)
                }
                sent.append(moment)
                try await writer.send(.frames(CodeFrames(codes: codes)))
            }
            if sent.count == plan.units { try await writer.finish() }
        } catch {}
        return sent
    }

    private func receive(
        _ replies: MessageReader<DecodeReply>, from start: Instant
    ) async throws(RPCError) -> ([StreamTrace.Arrival], StreamTrace.End) {
        var arrivals: [StreamTrace.Arrival] = []
        do throws(RPCError) {
            while let reply = try await replies.next() {
                arrivals.append(
                    StreamTrace.Arrival(
                        time: (SystemTime().now - start).inSeconds,
                        samples: reply.audio.samples.count / SampleFormat.s16.bytesPerSample))
            }
            return (arrivals, .complete)
        } catch {
            switch error.code {
            case .resourceExhausted: return (arrivals, .refused)
            case .deadlineExceeded: return (arrivals, .unfinished)
            default: throw error
            }
        }
    }
}
