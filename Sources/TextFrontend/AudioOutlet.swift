import LyreRPC
import Orpheus
import WireMessages

/// Decoded samples on their way to the client, with the silences that the text asks for between
/// them.
struct AudioOutlet {
    private let writer: MessageWriter<SpeakReply>
    private let timeline: SpeakTimeline
    private let silences: Silences
    private let format: SampleFormat
    /// Samples that were decoded, and those that were sent.
    private var decoded: UInt64 = 0
    private var sent: UInt64 = 0

    init(
        _ writer: MessageWriter<SpeakReply>, _ timeline: SpeakTimeline, _ silences: Silences,
        _ format: SampleFormat
    ) {
        self.writer = writer
        self.timeline = timeline
        self.silences = silences
        self.format = format
    }

    /// Sends the samples that follow.
    mutating func deliver(_ samples: [UInt8]) async throws {
        var samples = samples
        let end = decoded + UInt64(samples.count / format.bytesPerSample)
        while let silence = silences.takeFirst(before: end) {
            let head = Int(silence.sample - decoded) * format.bytesPerSample
            try await send(Array(samples[..<head]))
            try await sendSilence(silence.count)
            samples.removeFirst(head)
            decoded = silence.sample
        }
        try await send(samples)
        decoded = end
    }

    /// No samples will follow, but there may be silence.
    mutating func finish() async throws {
        while let silence = silences.takeFirst(before: .max) {
            try await sendSilence(silence.count)
        }
    }

    private mutating func send(_ samples: [UInt8]) async throws {
        guard !samples.isEmpty else { return }
        let count = samples.count / format.bytesPerSample
        timeline.samples(count)
        try await writer.send(.audio(Audio(firstSample: sent, samples: samples)))
        sent += UInt64(count)
    }

    private mutating func sendSilence(_ count: Int) async throws {
        var left = count
        while left > 0 {
            let part = min(left, Frame.sampleRate)
            try await send([UInt8](repeating: 0, count: part * format.bytesPerSample))
            left -= part
        }
    }
}
