import LyreRPC
import TestSupport
import WireMessages

/// A decoder that keeps the codes it gets, and answers with as many samples as a real one would.
struct RecordingDecoder {
    /// Both bytes of its samples.
    var level: UInt8 = 0
    /// The codes of each message of frames.
    let messages = Recorder<[UInt32]>()

    var codes: [UInt32] { messages.all.flatMap(\.self) }

    /// How many codes had come after each message.
    var cuts: [Int] { messages.all.reduce(into: []) { $0.append(($0.last ?? 0) + $1.count) } }

    func register(in registry: inout Registry) {
        let (messages, level) = (messages, level)
        registry.bidirectional(Decoder.decode) { reader, writer, _ in
            var (codes, sent) = (0, 0)
            func send(upTo exact: Int) async throws {
                guard exact > sent else { return }
                let samples = [UInt8](repeating: level, count: 2 * (exact - sent))
                let audio = Audio(firstSample: UInt64(sent), samples: samples)
                try await writer.send(DecodeReply(audio: audio))
                sent = exact
            }
            while let request = try await reader.next() {
                guard case .frames(let frames) = request else { continue }
                messages.record(frames.codes)
                codes += frames.codes.count
                let steps = codes / 7 * 4 + (codes % 7 >= 4 ? 2 : 0)
                try await send(upTo: 512 * steps - 4757)
            }
            try await send(upTo: codes / 7 * 2048)
        }
    }
}
