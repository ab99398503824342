import Foundation
import LyreRPC
import WireMessages
import ZeroMQTransport

/// Speaks at a farm of this machine, and reads what that cost its processes.
struct FarmCostRun: Sendable {
    private static let services = ["text", "tokens", "decoder"]
    /// Tokens a second of speech.
    static let rate = "82.03"

    private let farm: Farm
    private let seconds: Double
    private let transport = ZeroMQTransport(client: "lyre plan")

    /// - Parameter seconds: Of a load.
    init(_ farm: Farm, seconds: Double) {
        self.farm = farm
        self.seconds = seconds
    }

    /// Processors that each service keeps busy for a stream, and the seconds that were spoken.
    func measure(
        streams: Int, onProgress: @escaping @Sendable (Double) -> Void
    ) async throws -> (coresPerStream: [String: Double], speech: Double) {
        let channel = try transport.channel(to: farm.endpoint, service: "Speech")
        defer { channel.shutdown() }
        // Caches and connections are warm before anything counts.
        _ = try await speak(0, at: channel)
        let before = processorTimes
        let start = ContinuousClock.now
        let speech = try await withThrowingTaskGroup(of: Double.self) { group in
            for stream in 0..<streams {
                group.addTask {
                    var (spoken, number) = (0.0, stream)
                    while start.duration(to: .now).inSeconds < seconds {
                        spoken += try await speak(number, at: channel)
                        number += streams
                        onProgress(min(1, start.duration(to: .now).inSeconds / seconds))
                    }
                    return spoken
                }
            }
            return try await group.reduce(0, +)
        }
        let after = processorTimes
        let costs = Self.services.map { ($0, ((after[$0] ?? 0) - (before[$0] ?? 0)) / speech) }
        return (Dictionary(uniqueKeysWithValues: costs), speech)
    }

    private var processorTimes: [String: Double] {
        let times = farm.processes.compactMap { process in
            ProcessorTime.of(process: process.identifier)
                .map { (String(process.name.dropFirst("lyre-".count)), $0) }
        }
        return Dictionary(uniqueKeysWithValues: times)
    }

    /// Seconds of a sentence's sound.
    private func speak(_ number: Int, at channel: Channel) async throws -> Double {
        let sentences = TuneSentences.all
        let text = sentences[number % sentences.count]
        return try await channel.bidirectional(Speech.speak) { replies, requests in
            try await requests.send(.start(SpeakStart(seed: UInt64(number))))
            try await requests.send(.text(text))
            try await requests.finish()
            var samples: UInt64 = 0
            while let reply = try await replies.next() {
                if case .summary(let summary) = reply { samples = summary.samples }
            }
            return Double(samples) / 24_000
        }
    }
}
