import LyreRPC
import TestSupport
import Testing
import WireMessages

/// Bytes of nobody: everything is decoded or refused, and nothing crashes.
struct FuzzTests {
    /// Gives bytes to the frame codec and to some of the messages; true when any takes them.
    private func feed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> Bool {
        var isAccepted = false
        for _ in 0..<4 {
            let kind = MessageKind.all.randomElement(using: &random)!
            do throws(RPCError) {
                _ = try kind.again(bytes)
                isAccepted = true
            } catch { #expect(error.code == .invalidArgument, "\(kind): \(error)") }
        }
        if bytes.count <= WireRules.maximumHeader,
            let frame = try? FrameCodec.frame(header: bytes, payload: [])
        {
            isAccepted = true
            let again = try? FrameCodec.frame(header: FrameCodec.header(of: frame), payload: [])
            #expect(again == frame)
        }
        return isAccepted
    }

    @Test(arguments: 0..<4 as Range<UInt64>) func randomBytes(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ Damage.seed &* 1000)
        for _ in 0..<max(25_000, Damage.rounds / 4) {
            // Small numbers make likelier tags and lengths.
            let highest = [UInt8(3), 0x2f, 0xff].randomElement(using: &random)!
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...highest, using: &random)
            }
            _ = feed(bytes, &random)
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>) func damagedMessages(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 100 &+ Damage.seed &* 1000)
        var values = RandomValues(seed: seed &+ Damage.seed &* 1000)
        var accepted = 0
        // Some hundred damaged messages a round, each given to four readers.
        for _ in 0..<max(60, Damage.rounds / 4000) {
            let whole =
                values.messages().map { $0.encoded() } + [FrameCodec.header(of: values.frame())]
            for var bytes in whole where !bytes.isEmpty {
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: bytes[place] = .random(in: 0...255, using: &random)
                    case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
                    default: bytes = Array(bytes.prefix(place)) + bytes.suffix(from: place / 2)
                    }
                }
                if feed(bytes, &random) { accepted += 1 }
            }
        }
        #expect(accepted > 0)
    }

    @Test func randomJSON() {
        var random = SeededGenerator(seed: 6 &+ Damage.seed)
        let pieces = [
            "{", "}", "[", "]", ":", ",", "\"text\"", "\"frames\"", "\"codes\"", "1", "-1e9",
            "true", "null", "\"", "\\u", "\\", " ", "\"start\"", "99999999999999999999",
        ]
        for _ in 0..<Damage.rounds {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random)!
            }.joined()
            for name in ["lyre.speech.v1.PrepareRequest", "lyre.speech.v1.DecodeRequest"] {
                do { _ = try JSONMessages.encode(json: text, schemaName: name) } catch {
                    #expect(error.code == .invalidArgument)
                }
            }
        }
    }
}
