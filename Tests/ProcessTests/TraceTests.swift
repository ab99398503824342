import Testing

extension ProcessTests {
    @Suite("Traces")
    struct TraceTests {
        @Test("a waterfall shows the request at every stage")
        func waterfall() async throws {
            let scratch = try Scratch()
            let spoken = try await Programs.run(
                "lyre",
                ["speak", "--trace", "-q", "-o", scratch.path("a.wav"), "One. Two, and three."])
            #expect(spoken.status == 0, "\(spoken.errors)")
            let lines = spoken.errors.split(separator: "\n").map(String.init)
            #expect(lines[0].wholeMatch(of: /trace [0-9a-f]{32}/) != nil)
            let rows = [
                #/lyre-text +Speech/Speak .* first_sample at /#, #/lyre-text +normalize /#,
                #/lyre-text +Tokens/Generate /#,
                #/lyre-tokens +Tokens/Generate .* first_token at /#,
                #/lyre-tokens +generation /#, #/lyre-text +Decoder/Decode /#,
                #/lyre-decoder +Decoder/Decode .* samples/#,
            ]
            for row in rows { #expect(lines.contains { $0.contains(row) }, "\(spoken.errors)") }
        }

        @Test("a collector that is not there is said once, and nobody waits for it")
        func nobody() async throws {
            let decoder = try await Service.start(
                "lyre-decoder",
                [
                    "--model", Programs.model, "--otlp", "http://127.0.0.1:1", "--admin",
                    "127.0.0.1:0",
                ])
            for _ in 0..<3 {
                let health = try await Programs.run("lyre", ["health", decoder.endpoint])
                #expect(health.status == 0)
            }
            while try await decoder.metric("lyre_trace_spans_dropped_total") < 3 {}
            #expect(try await decoder.metric("lyre_trace_spans_exported_total") == 0)
            await decoder.stop()
            let log = await decoder.child.errors.all()
            #expect(log.split(separator: "\n").count { $0.contains("spans are not taken") } == 1)
        }
    }
}
