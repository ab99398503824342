import LyreRPC
import WireMessages
import ZeroMQTransport

/// Somebody who has texts spoken, and notes when their samples come.
struct Listener: Sendable {
    private let channel: Channel
    private let transport: ZeroMQTransport

    init(_ farm: ChaosFarm) throws { try self.init(target: farm.target(.text)) }

    init(target: String) throws {
        transport = ZeroMQTransport(client: "listener")
        channel = try transport.channel(to: target, service: "Speech")
    }

    struct Heard: Sendable {
        /// 16 bits each.
        var samples: [UInt8] = []
        /// The times from some samples to the next.
        var gaps: [Duration] = []
        var longestGap: Duration { gaps.max() ?? .zero }
        /// From the call to the first samples.
        var firstSample = Duration.zero
        var summary: SpeakSummary?
    }

    /// - Parameter onSamples: Told how many have come; it may wait, as slow listeners do.
    func hear(
        _ text: String, seed: UInt64 = 0,
        onSamples: @escaping @Sendable (Int) async throws -> Void = { _ in }
    ) async throws -> Heard {
        let began = ContinuousClock.now
        return try await channel.bidirectional(Speech.speak) { replies, requests in
            try await requests.send(.start(SpeakStart(seed: seed)))
            try await requests.send(.text(text))
            try await requests.finish()
            var heard = Heard()
            var last: ContinuousClock.Instant?
            while let reply = try await replies.next() {
                switch reply {
                case .audio(let audio):
                    let now = ContinuousClock.now
                    if let last {
                        heard.gaps.append(last.duration(to: now))
                    } else {
                        heard.firstSample = began.duration(to: now)
                    }
                    last = now
                    heard.samples += audio.samples
                    try await onSamples(heard.samples.count / 2)
                case .summary(let summary): heard.summary = summary
                case .prompt, .frames: break
                }
            }
            return heard
        }
    }
}
