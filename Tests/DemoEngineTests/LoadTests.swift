import TestSupport
import Testing

/// Queues, full engines, and clients that leave. The engine says where a request is; who waits for
/// that asks again, and a time limit catches what never comes.
@Suite(.timeLimit(.minutes(1))) struct LoadTests {
    private static let running = "vllm:num_requests_running{"
    private static let waiting = "vllm:num_requests_waiting{"
    private static let aborted =
        #"vllm:request_success_total{engine="0",finished_reason="abort",model_name="orpheus"}"#

    private func until(_ metric: String, _ value: Double, _ engine: Engine) async throws {
        while try await engine.metric(metric) != value {}
    }

    @Test func aClientThatLeavesEndsItsWork() async throws {
        // A token every ten minutes: only leaving can end this stream in time.
        try await Engine.whileRunning({ $0.rate = 1.0 / 600 }) { engine in
            let body = try request(prompt("Hello."), #""stream":true,"max_tokens":900"#)
            try await LoopbackHTTP.whileOpen(
                "POST", "/v1/completions", port: engine.port, body: body
            ) { _ in
                try await until(Self.running, 1, engine)
            }
            try await until(Self.running, 0, engine)
            #expect(try await engine.metric(Self.aborted) == 1)
        }
    }

    @Test func theSameWithoutAStream() async throws {
        try await Engine.whileRunning({ $0.rate = 1.0 / 600 }) { engine in
            let body = try request(prompt("Hello."), #""max_tokens":900"#)
            try await LoopbackHTTP.whileOpen(
                "POST", "/v1/completions", port: engine.port, body: body
            ) { _ in
                try await until(Self.running, 1, engine)
            }
            try await until(Self.running, 0, engine)
        }
    }

    @Test func whoWaitsAndLeavesIsForgotten() async throws {
        let encoder = HeldEncoder()
        try await Engine.whileRunning({ $0.maxSequences = 1 }, encoder: encoder) { engine in
            let body = try request(prompt("Hello."), #""stream":true,"max_tokens":900"#)
            async let first = engine.post(body)
            try await until(Self.running, 1, engine)
            try await LoopbackHTTP.whileOpen(
                "POST", "/v1/completions", port: engine.port, body: body
            ) { _ in
                try await until(Self.waiting, 1, engine)
            }
            try await until(Self.waiting, 0, engine)
            #expect(try await engine.metric(Self.running) == 1)
            encoder.permit(1)
            #expect(try await first.body.hasSuffix("data: [DONE]\n\n"))
            try await until(Self.running, 0, engine)
        }
    }

    @Test func aFullQueueSaysSoAtOnce() async throws {
        let encoder = HeldEncoder()
        try await Engine.whileRunning(
            {
                $0.maxSequences = 1; $0.maxQueued = 1
            }, encoder: encoder
        ) { engine in
            async let first = engine.post(request(prompt("One."), #""max_tokens":900"#))
            try await until(Self.running, 1, engine)
            async let second = engine.post(request(prompt("Two."), #""max_tokens":900"#))
            try await until(Self.waiting, 1, engine)
            let third = try await engine.post(request(prompt("Three."), #""max_tokens":900"#))
            #expect(third.status == 503)
            #expect(
                third.body.contains("The engine is currently busy and cannot accept new requests."))
            encoder.permit(2)
            #expect(try await first.status == 200)
            #expect(try await second.status == 200)
        }
    }

    @Test func manyAtOnce() async throws {
        let encoder = HeldEncoder()
        encoder.permit(20)
        try await Engine.whileRunning({ $0.maxSequences = 3 }, encoder: encoder) { engine in
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<20 {
                    group.addTask { try await engine.tokens(prompt("Number \(number).")).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == Array(repeating: 701, count: 20))
            #expect(try await engine.metric("vllm:generation_tokens_total") == 20 * 701)
        }
    }
}
