import Foundation
import LyreRPC
import PCMAudio
import Synchronization
import WireMessages
import ZeroMQTransport

/// Has a text spoken by a farm, and hands out what comes.
struct Speaker: Sendable {
    let start: SpeakStart
    let channel: Channel
    /// W3C trace context; empty for none.
    var traceparent = ""

    enum Event: Sendable {
        case prompt(String)
        case samples([Float])
        case codes([UInt32])
        case summary(SpeakSummary)
    }

    /// - Parameters:
    ///   - text: The text in parts, as they become known.
    ///   - deliver: Called in order, one event after the other.
    func speak(
        _ text: AsyncThrowingStream<String, any Error>, deliver: @escaping (Event) throws -> Void
    ) async throws {
        var start = start
        start.format = .f32
        try await channel.bidirectional(
            Speech.speak, options: CallOptions(traceparent: traceparent)
        ) { [start] replies, requests in
            try await requests.send(.start(start))
            let badText = Mutex<FarmError?>(nil)
            async let sending: Void = {
                do {
                    for try await part in text { try await requests.send(.text(part)) }
                    try await requests.finish()
                } catch let error as FarmError {
                    // The server waits for the rest of the text, which will not come.
                    badText.withLock { $0 = error }
                    channel.shutdown()
                }
            }()
            do {
                while let reply = try await replies.next() {
                    switch reply {
                    case .prompt(_, let prompt): try deliver(.prompt(prompt.text))
                    case .audio(let audio): try deliver(.samples(PCMFloat.samples(audio.samples)))
                    case .frames(let frames): try deliver(.codes(frames.codes))
                    case .summary(let summary): try deliver(.summary(summary))
                    }
                }
                try await sending
            } catch {
                throw badText.withLock { $0 } ?? error
            }
        }
    }
}
