import Traces
import Testing

@Suite struct TraceContextTests {
    private let header = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test func roundTrip() throws {
        let context = try #require(TraceContext(traceparent: header))
        #expect(context.traceparent == header)
        #expect(context.isSampled)
        #expect(context.traceIDText == "4bf92f3577b34da6a3ce929d0e0e4736")
    }

    @Test func childKeepsTheTraceOnly() throws {
        let context = try #require(TraceContext(traceparent: header))
        let child = context.child()
        #expect(child.traceID == context.traceID)
        #expect(child.flags == context.flags)
        #expect(child.spanID != context.spanID)
        #expect(TraceContext(traceparent: child.traceparent) == child)
    }

    @Test func rootsAreValidAndDiffer() {
        let roots = (0..<100).map { _ in TraceContext() }
        #expect(Set(roots).count == 100)
        #expect(roots.allSatisfy { TraceContext(traceparent: $0.traceparent) == $0 })
    }

    @Test(arguments: [
        "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-é1",
    ])
    func refused(_ text: String) {
        #expect(TraceContext(traceparent: text) == nil)
    }

    @Test func laterVersionsMayHaveMoreFields() {
        let later = "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-follows"
        #expect(TraceContext(traceparent: later)?.traceparent == header)
    }
}
