import Foundation
import Logging
import Observability
import Synchronization
import Testing

@Suite struct StructuredLogTests {
    /// What a logger writes, without the time.
    private func lines(_ format: LogSetup.Format, _ log: (inout Logger) -> Void) -> [String] {
        let written = Lines()
        var logger = Logger(label: "lyre.test") { label in
            StructuredLogHandler(label: label, format: format, level: .info) { written.add($0) }
        }
        log(&logger)
        return written.all
    }

    @Test func logfmt() throws {
        let lines = lines(.logfmt) { logger in
            logger[metadataKey: "voice"] = "tara"
            logger.info("stream ended", metadata: ["ms": "12", "a b": "x=\"y\"\nz", "empty": ""])
            logger.debug("not shown")
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect(
            line.drop { $0 != " " }
                == #" level=info label=lyre.test msg="stream ended" a_b="x=\"y\"\nz" empty="" "#
                + "ms=12 voice=tara\n")
        #expect(line.wholeMatch(of: /time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z .*\n/) != nil)
    }

    @Test func json() throws {
        let line = try #require(
            lines(.json) { logger in
                logger.warning(
                    "a \"b\"\u{1}\u{9b}", error: Oops(), metadata: ["list": ["x", ["k": "v"]]])
            }.first)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["msg"] as? String == "a \"b\"\u{1}\u{9b}")
        #expect(object["level"] as? String == "warning")
        #expect(object["error"] as? String == "oops")
        let list = try #require(object["list"] as? [Any])
        #expect(list.first as? String == "x")
        #expect(list.last as? [String: String] == ["k": "v"])
        #expect(line.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9b })
    }

    @Test func namesOfSettings() throws {
        #expect(try LogSetup.level(named: "Debug") == .debug)
        #expect(try LogSetup.format(named: "json") == .json)
        let error = #expect(throws: UnknownLogSetting.self) { try LogSetup.level(named: "loud") }
        #expect(
            error?.description
                == "there is no log level 'loud'; there are trace, debug, info, notice, "
                + "warning, error, critical"
        )
    }

    private struct Oops: Error, CustomStringConvertible { let description = "oops" }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
}
