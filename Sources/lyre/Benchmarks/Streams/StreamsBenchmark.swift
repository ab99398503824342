import LyreRPC
import SNAC
import WireMessages
import ZeroMQTransport

/// Calls a decoder as live streams do, and notes what happens when.
///
/// All streams share one connection and one thread, so that the client takes little of the processors
/// that it shares with the decoder.
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
    /// - Throws: ``RPCError`` of the first stream that ended with anything but its samples, for want
    ///   of room, or too late.
    func measure(_ plan: PacingPlan, preroll: Double) async throws -> StreamsReport {
        let start = ContinuousClock.now + .seconds(Self.lead)
        let before = (decoder: process.flatMap(ProcessorTime.of), client: ProcessorTime.own)
        let executor = transport.executor
        let traces = try await withThrowingTaskGroup(of: StreamTrace.self) { group in
            for stream in 0..<plan.streams {
                group.addTask(executorPreference: executor) {
                    try await run(stream, of: plan, from: start)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let after = process.flatMap(ProcessorTime.of)
        let cost = StreamsReport.Cost(
            decoder: after.flatMap { after in before.decoder.map { after - $0 } },
            client: ProcessorTime.own - before.client,
            wall: (ContinuousClock.now - start).inSeconds + Self.lead)
        return StreamsReport(plan: plan, preroll: preroll, traces: traces, cost: cost)
    }

    private func run(
        _ stream: Int, of plan: PacingPlan, from start: ContinuousClock.Instant
    ) async throws -> StreamTrace {
        try await Self.sleep(until: plan.start(of: stream), from: start)
        let options = CallOptions(timeout: .seconds(plan.seconds + Self.patience))
        let trace = try await channel.bidirectional(Decoder.decode, options: options) {
            replies, writer in
            async let sent = send(stream, of: plan, to: writer, from: start)
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
        from start: ContinuousClock.Instant
    ) async -> [Double] {
        var random = SeededGenerator(seed: UInt64(stream))
        var sent: [Double] = []
        sent.reserveCapacity(plan.units)
        // Why a stream has ended early, its reader is told.
        do {
            try await writer.send(.start(DecodeStart(seed: UInt64(stream))))
            for unit in 0..<plan.units {
                let codes = plan.unit.codes(of: unit).map { _ in
                    UInt32.random(in: 0..<Self.codebookSize, using: &random)
                }
                try await Self.sleep(until: plan.due(unit, of: stream), from: start)
                sent.append(Self.now(from: start))
                try await writer.send(.frames(CodeFrames(codes: codes)))
            }
            try await writer.finish()
        } catch {}
        return sent
    }

    private func receive(
        _ replies: MessageReader<DecodeReply>, from start: ContinuousClock.Instant
    ) async throws(RPCError) -> ([StreamTrace.Arrival], StreamTrace.End) {
        var arrivals: [StreamTrace.Arrival] = []
        do throws(RPCError) {
            while let reply = try await replies.next() {
                arrivals.append(
                    StreamTrace.Arrival(
                        time: Self.now(from: start),
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

    private static func now(from start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start).inSeconds
    }

    /// Without a tolerance the system would gather timers, and be late by milliseconds.
    private static func sleep(
        until time: Double, from start: ContinuousClock.Instant
    ) async throws {
        try await Task.sleep(
            until: start + .seconds(time), tolerance: .zero, clock: .continuous)
    }
}
