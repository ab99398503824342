import Observability
import Testing

@Suite struct PluginHandshakeTests {
    @Test func theLine() {
        let handshake = PluginHandshake(service: "lyre.Decoder", endpoint: "tcp://127.0.0.1:43121")
        #expect(handshake.line == "1|1-1|lyre.Decoder|tcp://127.0.0.1:43121|")
    }

    @Test(arguments: [
        PluginHandshake(service: "lyre.Text", endpoint: "tcp://127.0.0.1:1"),
        PluginHandshake(
            service: "x", endpoint: "http://[::1]:80", versions: 1...12, publicKey: "rq:rM>}U?"),
    ])
    func roundTrip(_ handshake: PluginHandshake) throws {
        #expect(try PluginHandshake(parsing: handshake.line) == handshake)
    }

    @Test(arguments: [
        ("", "it has 1 fields, not 5"),
        ("hello", "it has 1 fields, not 5"),
        ("2|1-1|lyre.Decoder|tcp://127.0.0.1:1|", "its format is version '2', not 1"),
        ("1|1|lyre.Decoder|tcp://127.0.0.1:1|", "'1' is no range of versions"),
        ("1|3-2|lyre.Decoder|tcp://127.0.0.1:1|", "'3-2' is no range of versions"),
        ("1|1-1||tcp://127.0.0.1:1|", "it names no service"),
        ("1|1-1|lyre.Decoder|127.0.0.1:1|", "'127.0.0.1:1' is no endpoint"),
        ("1|1-1|lyre.Decoder|tcp://127.0.0.1:1|\n", "it is more than a line"),
    ])
    func refused(_ line: String, _ why: String) throws {
        let error = #expect(throws: PluginHandshakeError.self) {
            try PluginHandshake(parsing: line)
        }
        #expect(try #require(error).description.hasSuffix(why))
    }
}
