import LyreRPC
import Orpheus
import WireMessages
import ZeroMQTransport

/// Calls a token service for many streams of the replay at once, all by one connection, and notes
/// when which frame came.
struct TokensBenchmark: Sendable {
    /// Seconds over which the calls begin.
    private static let opening = 5.0
    /// Seconds after its last token that a stream is waited for.
    private static let patience = 20.0

    private let transport = ZeroMQTransport(client: "lyre bench")
    private let channel: Channel
    private let replay: CompletionsReplay

    /// Connects.
    init(endpoint: String, replay: CompletionsReplay) async throws {
        self.replay = replay
        channel = try transport.channel(to: endpoint, service: "Tokens")
        _ = try await channel.unary(
            Health.check, HealthRequest(), options: CallOptions(timeout: .seconds(10)))
    }

    /// Runs all streams to their ends.
    /// - Parameter progress: Is told of each frame that came.
    func run(progress: @escaping @Sendable () -> Void) async -> [TokenTrace] {
        let executor = transport.executor
        let streams = replay.times.count
        return await withTaskGroup(of: TokenTrace.self) { group in
            for stream in 0..<streams {
                group.addTask(executorPreference: executor) {
                    try? await Task.sleep(
                        for: .seconds(Self.opening * Double(stream) / Double(streams)))
                    return await run(stream, progress)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func run(_ stream: Int, _ progress: @escaping @Sendable () -> Void) async -> TokenTrace
    {
        var trace = TokenTrace(frames: replay.script.frames)
        let request = GenerateRequest(
            voice: "", text: "Hello from the replay.", seed: UInt64(stream),
            tokenLimit: UInt32(replay.script.tokens))
        let seconds = Double(replay.script.tokens) / replay.rate + Self.patience
        do {
            trace = try await channel.serverStream(
                Tokens.generate, request, options: CallOptions(timeout: .seconds(seconds))
            ) { replies in
                var trace = trace
                while let reply = try await replies.next() {
                    switch reply {
                    case .frames(let frames):
                        try take(frames.codes, of: stream, into: &trace)
                        progress()
                    case .end(let end): trace.tokens = Int(end.tokens)
                    }
                }
                return trace
            }
            if trace.tokens != replay.script.tokens { trace.failure = "it ended before its time" }
        } catch {
            trace.failure = "\(error)"
        }
        return trace
    }

    /// Holds codes against what the replay sent, and notes how long the last of them were under way:
    /// frames that the service held back until then came with it.
    private func take(_ codes: [UInt32], of stream: Int, into trace: inout TokenTrace) throws {
        let now = SystemTime().now
        guard codes.count % Slot.count == 0 else {
            throw FarmError("it got \(codes.count) codes, which are no frames")
        }
        var last = now
        for start in stride(from: 0, to: codes.count, by: Slot.count) {
            let frame = trace.frames
            guard let sent = replay.times[stream][frame],
                codes[start..<(start + Slot.count)].elementsEqual(
                    replay.script.codes(frame: frame, of: stream))
            else { throw FarmError("frame \(frame) is not what the replay sent") }
            trace.frames += 1
            last = sent
        }
        trace.delays.append((now - last).inSeconds)
    }
}
