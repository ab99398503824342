import Foundation
import StreamingHTTP
import TestSupport
import Testing
import TokenService

/// Events of nobody: the reader that expects the last one's layout says of each what the plain one
/// says.
@Suite struct EventFuzzTests {
    /// Data of events that a real server has sent.
    private static func recorded() throws -> [[UInt8]] {
        let folder = Bundle.module.resourceURL!.appendingPathComponent("Recorded")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)!
        var data: [[UInt8]] = []
        for case let file as URL in files {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            var parser = ServerSentEvents()
            var events: [[UInt8]] = []
            try? parser.push(Array(bytes)) { events.append(Array($0.data)) }
            data += events.prefix(8)
        }
        return data.filter { $0.count < 1024 }
    }

    private enum Outcome: Equatable {
        case event(CompletionsEvent)
        case fault
    }

    @Test func layoutsChangeNothing() throws {
        let good = try Self.recorded()
        try #require(good.count > 20)
        var damage = Damage(
            of: good,
            pieces: [
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00e9", "\\ud83d", "null", "true",
                "-1", "1e9",
                "99999999999999999999", "\"token_ids\":[", "\"text\":\"", "\"choices\":[",
                "\"error\":{",
                "\"finish_reason\":\"stop\"", "\u{0}", "é", "128258", "[DONE]",
            ],
            limit: 2048)
        var reader = CompletionsEventReader()
        var (read, refused) = (0, 0)
        for _ in 0..<Damage.rounds {
            let bytes = damage.next()
            let plain: Outcome
            do throws(JSONReader.Fault) {
                plain = .event(try CompletionsEvent(data: bytes[...]))
            } catch {
                plain = .fault
            }
            let fast: Outcome
            do throws(JSONReader.Fault) { fast = .event(try reader.read(bytes[...])) } catch {
                fast = .fault
            }
            guard plain == fast else {
                Issue.record("\(String(decoding: bytes, as: UTF8.self)): \(plain), \(fast)")
                return
            }
            if plain == .fault { refused += 1 } else { read += 1 }
        }
        #expect(read > Damage.rounds / 10)
        #expect(refused > Damage.rounds / 10)
    }

    @Test func filesOfEngines() async throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-fuzz-\(UUID()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let good = """
            engines:
              - url: http://10.0.0.1:8000
                model: orpheus
                languages: [en, de]
                streams: 64
                priority: true
            """
        var damage = Damage(
            of: [
                Array(good.utf8), Array("engines: []".utf8),
                Array("{\"engines\": [{\"url\": 1}]}".utf8),
            ],
            pieces: [
                "- ", ": ", "[", "]", "{", "}", "&a", "*a", "!!int", "|", ">", "\n", "  ", "\t",
                "url", "99999999999999999999",
            ],
            limit: 512)
        var (read, sentences) = (0, Set<String>())
        // A file each: slower than what is in memory.
        for _ in 0..<max(200, Damage.rounds / 50) {
            try Data(damage.next()).write(to: file)
            do throws(EngineSourceError) {
                _ = try await EngineFile(file.path).engines()
                read += 1
            } catch {
                #expect(!error.description.contains("\n"))
                sentences.insert(String(error.description.suffix(20)))
            }
        }
        #expect(read > 0)
        #expect(sentences.count > 5)
    }
}
