import Foundation
import LyreRPC
import WireMessages
import ZeroMQTransport

/// A sound as a farm speaks it, and where its prompts join.
struct Sound: Sendable {
    private(set) var samples: [Float] = []
    /// The first samples of all prompts but the first.
    private(set) var joins: [Int] = []

    static let rate = 24_000

    /// Has a text spoken by a farm.
    init(of text: String, at endpoint: String) async throws {
        let transport = ZeroMQTransport(client: "test")
        let channel = try transport.channel(to: endpoint, service: "Speech")
        defer { channel.shutdown() }
        self = try await channel.bidirectional(Speech.speak) { replies, requests in
            try await requests.send(.start(SpeakStart(format: .f32, withFrames: true)))
            try await requests.send(.text(text))
            try await requests.finish()
            var sound = Sound()
            var frames = 0
            while let reply = try await replies.next() {
                switch reply {
                case .prompt: if frames > 0 { sound.joins.append(frames * 2048) }
                case .frames(let new): frames += new.codes.count / 7
                case .audio(let audio): sound.append(audio.samples)
                case .summary: break
                }
            }
            return sound
        }
    }

    private init() {}

    private mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            for at in stride(from: 0, to: raw.count, by: 4) {
                let bits = raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)
                samples.append(Float(bitPattern: UInt32(littleEndian: bits)))
            }
        }
    }

    /// The largest step from a sample to the next within a range.
    func largestStep(in range: Range<Int>) -> Float {
        let range = range.clamped(to: 1..<samples.count)
        return range.reduce(0) { max($0, abs(samples[$1] - samples[$1 - 1])) }
    }

    /// The largest step within 10 ms of a join, and that of all the rest.
    var steps: (atJoins: Float, elsewhere: Float) {
        let near = joins.map { ($0 - 240)..<($0 + 240) }
        let ends = [1] + near.map(\.upperBound)
        let starts = near.map(\.lowerBound) + [samples.count]
        return (
            near.map(largestStep).max() ?? 0,
            zip(ends, starts).map { largestStep(in: $0..<$1) }.max() ?? 0
        )
    }

    /// Seconds of the longest stretch that is 40 dB below the loudest one, in steps of 10 ms.
    var longestPause: Double {
        let levels = stride(from: 0, to: samples.count - 240, by: 240).map { start in
            samples[start..<start + 240].reduce(0) { $0 + $1 * $1 }
        }
        let floor = (levels.max() ?? 0) / 10_000
        var (longest, run) = (0, 0)
        for level in levels {
            run = level < floor ? run + 1 : 0
            longest = max(longest, run)
        }
        return Double(longest) / 100
    }
}
