import Foundation
import Synchronization
import TestSupport
import Testing
import Traces

@Suite(.timeLimit(.minutes(1))) struct OTLPExporterTests {
    private func spans(_ count: Int) -> [Span] {
        (0..<count).map { number in
            Span(
                service: "lyre-text", name: "\(number)", kind: .part, context: TraceContext(),
                parent: 0, start: 1)
        }
    }

    /// A collector that answers with a status, and what it was sent.
    private func collector(
        _ status: String, _ bodies: Recorder<[UInt8]>
    ) throws -> ReplayServer {
        try ReplayServer { connection in
            while let request = connection.readRequest() {
                bodies.record(request.body)
                connection.send("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n")
            }
        }
    }

    @Test func allArriveInOrder() async throws {
        let bodies = Recorder<[UInt8]>()
        let server = try collector("200 OK", bodies)
        let buffer = SpanBuffer()
        let exporter = try OTLPExporter(endpoint: server.url, instance: "a", buffer: buffer) {
            Issue.record("\($0)")
        }
        for span in spans(1500) { buffer.add(span) }
        let export = Task { await exporter.run() }
        await bodies.wait { $0.count == 3 }
        export.cancel()
        await export.value
        let names = try bodies.all.flatMap { try OTLP.spans(of: Data($0)).map(\.name) }
        #expect(names == (0..<1500).map { "\($0)" })
        #expect(exporter.exported == 1500 && buffer.dropped == 0)
    }

    @Test func whatComesAsItEndsIsSentToo() async throws {
        let bodies = Recorder<[UInt8]>()
        let server = try collector("200 OK", bodies)
        let buffer = SpanBuffer()
        let exporter = try OTLPExporter(endpoint: server.url, instance: "a", buffer: buffer) { _ in }
        let export = Task { await exporter.run() }
        buffer.add(spans(1)[0])
        export.cancel()
        await export.value
        #expect(exporter.exported == 1)
    }

    @Test func aCollectorThatRefusesCostsSpansAndOneSentence() async throws {
        let server = try collector("503 Service Unavailable", Recorder())
        let sentences = Recorder<String>()
        let buffer = SpanBuffer()
        let exporter = try OTLPExporter(endpoint: server.url, instance: "a", buffer: buffer) {
            sentences.record($0)
        }
        for span in spans(2) { buffer.add(span) }
        let export = Task { await exporter.run() }
        await sentences.wait { $0.count == 1 }
        buffer.add(spans(1)[0])
        export.cancel()
        await export.value
        #expect(sentences.all == ["the collector answered with status 503"])
        #expect(exporter.exported == 0 && buffer.dropped == 3)
    }

    @Test func aFullBufferDropsTheNewest() {
        let buffer = SpanBuffer(limit: 2)
        for span in spans(5) { buffer.add(span) }
        #expect(buffer.take().map(\.name) == ["0", "1"])
        #expect(buffer.dropped == 3)
    }

    @Test(arguments: ["collector", "ftp://a", "http://", ""])
    func whatIsNoCollectorIsSaid(endpoint: String) {
        #expect(throws: TracingError.self) {
            try OTLPExporter(endpoint: endpoint, instance: "a", buffer: SpanBuffer()) { _ in }
        }
    }
}
