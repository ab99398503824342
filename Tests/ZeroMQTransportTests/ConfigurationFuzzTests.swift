import LyreRPC
import TestSupport
import Testing
import ZeroMQTransport

/// Lists of callers, keys and addresses of nobody: read, or refused in one sentence.
@Suite struct ConfigurationFuzzTests {
    @Test func listsOfCallers() {
        let good = (0..<3).map { "\(KeyPair().publicKey) client,operator name\($0)\n" }
        var damage = Damage(
            of: [Array(good.joined().utf8), Array("# list\n\n\(good[0])".utf8)],
            pieces: ["\n", " ", "\t", "# ", ",", "client", "frontend", "operator", "\u{0}", "é"],
            limit: 400)
        var (read, sentences) = (0, Set<String>())
        for _ in 0..<Damage.rounds {
            let text = String(decoding: damage.next(), as: UTF8.self)
            do throws(KeyError) {
                let list = try AccessList(text)
                read += 1
                #expect(list.count == list.names.count)
            } catch {
                #expect(error.description.hasPrefix("line ") && !error.description.contains("\n"))
                sentences.insert(String(error.description.suffix(12)))
            }
        }
        #expect(read > Damage.rounds / 20)
        #expect(sentences.count >= 4)
    }

    @Test func targets() {
        var damage = Damage(
            of: [
                "tcp://127.0.0.1:7100", "static:tcp://a:1,tcp://b:2", "dns:decoder.farm:7102",
                "[::1]:80",
            ].map { Array($0.utf8) },
            pieces: ["tcp://", ":", ",", "[", "]", "*", "/", "99999", "static:", "dns:", " "],
            limit: 120)
        var (read, refused) = (0, 0)
        for _ in 0..<Damage.rounds {
            let text = String(decoding: damage.next(), as: UTF8.self)
            do throws(RPCError) {
                _ = try Target.resolver(for: text)
                read += 1
            } catch {
                #expect(error.code == .invalidArgument)
                refused += 1
            }
        }
        #expect(read > Damage.rounds / 20 && refused > Damage.rounds / 20)
    }
}
