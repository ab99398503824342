import StreamingHTTP
import TestSupport
import Testing

/// Streams of nobody: the same events however they are cut, or none because one is too long.
@Suite struct ServerSentEventsFuzzTests {
    private static let limit = 64

    private enum Outcome: Equatable {
        case events([ServerSentEvent], comments: Int)
        case tooLarge
    }

    private func read(_ bytes: [UInt8], cuts: [Int]) -> Outcome {
        var parser = ServerSentEvents(limit: Self.limit)
        var events: [ServerSentEvent] = []
        var start = 0
        do throws(ServerSentEventTooLarge) {
            for cut in cuts + [bytes.count] {
                events += try parser.push(Array(bytes[start..<cut]))
                start = cut
            }
        } catch { return .tooLarge }
        return .events(events, comments: parser.comments)
    }

    @Test func cutsChangeNothing() {
        var damage = Damage(
            of: [
                "data: {\"id\": 1}\n\ndata: [DONE]\n\n",
                "event: error\r\ndata: a rather long line of data\r\ndata: b\r\n\r\n",
                ": keep-alive\n\n", "\u{FEFF}data:x\r\rid: 7\nretry: 1\n\n",
            ].map { Array($0.utf8) },
            pieces: [
                "\n", "\r", "\r\n", "\n\n", "data", "data:", "event: ", ":", " ", "\u{FEFF}",
                "\u{0}",
            ],
            limit: 240)
        var (some, tooLarge) = (0, 0)
        for _ in 0..<Damage.rounds {
            let bytes = damage.next()
            let whole = read(bytes, cuts: [])
            let cuts = (0..<Int.random(in: 0...5, using: &damage.random)).map { _ in
                Int.random(in: 0...bytes.count, using: &damage.random)
            }
            let cut = read(bytes, cuts: cuts.sorted())
            guard whole == cut else {
                Issue.record("\(bytes) cut at \(cuts.sorted()): \(whole), \(cut)")
                return
            }
            if case .events(let events, _) = whole, !events.isEmpty { some += 1 }
            if whole == .tooLarge { tooLarge += 1 }
        }
        #expect(some > Damage.rounds / 4)
        #expect(tooLarge > 0)
    }
}
