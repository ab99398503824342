import CoreMetrics
import Logging
import Observability
import TestSupport
import Testing

@Suite struct AdminServerTests {
    private let readiness = Readiness("codec")
    private let registry = PrometheusRegistry()
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func server(port: Int = 0) -> AdminServer {
        AdminServer(port: port, readiness: readiness, registry: registry, logger: logger)
    }

    /// Runs a server while `use` talks to it, and waits for its graceful end.
    private func withServer(_ use: (Int) async throws -> Void) async throws {
        let admin = server()
        let runner = ServiceRunner([admin], logger: logger)
        async let end: Void = runner.run()
        try await use(try await admin.port)
        await runner.shutDown()
        try await end
    }

    @Test func probes() async throws {
        try await withServer { port in
            #expect(try await LoopbackHTTP.get("/livez", port: port).body == "ok\n")
            let waiting = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(waiting.status == 503)
            #expect(waiting.body == "codec: not yet\n")
            readiness.meet("codec")
            readiness.fail("engine", because: "http://127.0.0.1:1 does not answer")
            let failing = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(failing.status == 503)
            #expect(failing.body == "engine: http://127.0.0.1:1 does not answer\n")
            readiness.meet("engine")
            let ready = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(ready.status == 200)
            #expect(ready.body == "ok\n")
        }
    }

    @Test func metricsAndList() async throws {
        Counter(label: "lyre_calls_total", factory: registry).increment()
        try await withServer { port in
            let reply = try await LoopbackHTTP.get("/metrics", port: port)
            #expect(reply.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(try PrometheusText(reply.body).samples["lyre_calls_total"] == 1)
            #expect(
                try await LoopbackHTTP.get("/", port: port).body == "/livez\n/readyz\n/metrics\n")
            #expect(try await LoopbackHTTP.get("/nothing", port: port).status == 404)
        }
    }

    @Test func aBusyPortIsNamed() async throws {
        try await withServer { port in
            let second = server(port: port)
            let error = await #expect(throws: ListenError.self) { try await second.run() }
            #expect(
                error?.description
                    == "the admin server cannot listen on port \(port) of 127.0.0.1: "
                    + "another program uses it; choose another, or 0 for any that is free")
            // Who waits for the port hears of it, too.
            await #expect(throws: ListenError.self) { try await second.port }
        }
    }

    @Test func aPortThatIsNone() async throws {
        let error = await #expect(throws: ListenError.self) { try await server(port: 70_000).run() }
        #expect(error?.description.hasSuffix("ports are 0 to 65535") == true)
    }
}
