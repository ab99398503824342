import Testing
import Traces
import lyre

@Suite struct WaterfallTests {
    private func span(
        _ name: String, _ context: TraceContext, in parent: TraceContext?,
        _ milliseconds: Range<UInt64>
    ) -> Span {
        var span = Span(
            service: "lyre", name: name, kind: .part, context: context,
            parent: parent?.spanID ?? 0, start: milliseconds.lowerBound * 1_000_000)
        span.end = milliseconds.upperBound * 1_000_000
        return span
    }

    @Test func partsStandWithinWhatTheyArePartOf() {
        let root = TraceContext()
        let (call, part) = (root.child(), root.child())
        var failed = span("part", part, in: call, 50..<100)
        failed.error = "UNAVAILABLE: gone"
        failed.note("first_sample", at: 75_000_000)
        let text = Waterfall(
            [failed, span("call", call, in: root, 0..<100), span("other", root.child(), in: nil, 25..<26)]
        ).text(width: 8)
        #expect(
            text == """
                lyre  call    ████████  100 ms
                lyre    part      ████  50 ms, first_sample at 25 ms, UNAVAILABLE: gone
                lyre  other     ▏       1.0 ms

                """)
    }

    @Test func withoutSpansItSaysSo() { #expect(Waterfall([]).text() == "no spans have come\n") }
}
