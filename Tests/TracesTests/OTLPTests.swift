import Foundation
import Testing
import Traces

@Suite struct OTLPTests {
    private func span(_ name: String = "Speech/Speak", of service: String = "lyre-text") -> Span {
        let context = TraceContext()
        var span = Span(
            service: service, name: name, kind: .server, context: context, parent: 7, start: 1_000)
        span.note("first_sample", at: 1_500)
        span.note("prompts", 2)
        span.error = "UNAVAILABLE: \"a\\b\" said\n\u{1}no é"
        span.end = 2_000
        return span
    }

    @Test func spansAreTheSameBehindTheWire() throws {
        let spans = [span(), span("Tokens/Generate", of: "lyre-tokens")]
        #expect(try OTLP.spans(of: Data(OTLP.request(spans, instance: "a"))) == spans)
    }

    /// What collectors insist on: ids in hex digits, times as strings, an error's code of 2.
    @Test func theFormIsThatOfTheSpecification() throws {
        let span = span()
        let request = Data(OTLP.request([span], instance: "17"))
        let json = try #require(JSONSerialization.jsonObject(with: request) as? [String: Any])
        let resource = try #require((json["resourceSpans"] as? [[String: Any]])?.first)
        let attributes = (resource["resource"] as? [String: Any])?["attributes"] as? [[String: Any]]
        #expect(attributes?.first?["key"] as? String == "service.name")
        let value = attributes?.first?["value"] as? [String: Any]
        #expect(value?["stringValue"] as? String == "lyre-text")
        let scope = try #require((resource["scopeSpans"] as? [[String: Any]])?.first)
        let wire = try #require((scope["spans"] as? [[String: Any]])?.first)
        #expect(wire["traceId"] as? String == span.context.traceIDText)
        #expect(wire["parentSpanId"] as? String == "0000000000000007")
        #expect(wire["startTimeUnixNano"] as? String == "1000")
        #expect(wire["kind"] as? Int == 2)
        #expect((wire["status"] as? [String: Any])?["code"] as? Int == 2)
    }

    @Test func aSpanHoldsSoMuchAndNoMore() {
        var span = span()
        for number in 0..<1000 {
            span.note("event", at: UInt64(number))
            span.note("key \(number)", number)
        }
        #expect(span.events.count == Span.limit && span.values.count == Span.limit)
    }

    @Test(arguments: ["", "{", "{}", "{\"resourceSpans\": 1}"])
    func whatIsNoRequestIsRefused(text: String) {
        #expect(throws: (any Error).self) { try OTLP.spans(of: Data(text.utf8)) }
    }
}
