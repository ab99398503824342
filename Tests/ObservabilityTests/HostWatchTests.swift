import Foundation
import Logging
import Observability
import ServiceLifecycle
import Testing

@Suite struct HostWatchTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func theHostsEndEndsTheRest() async throws {
        let pipe = Pipe()
        let runner = ServiceRunner(
            [
                Endless(),
                HostWatch(descriptor: pipe.fileHandleForReading.fileDescriptor, logger: logger),
            ],
            logger: logger)
        async let end: Void = runner.run()
        try pipe.fileHandleForWriting.write(contentsOf: Data("what a host says is ignored\n".utf8))
        try pipe.fileHandleForWriting.close()
        try await end
    }

    @Test func aShutdownFromElsewhereEndsTheWatch() async throws {
        let pipe = Pipe()
        let runner = ServiceRunner(
            [HostWatch(descriptor: pipe.fileHandleForReading.fileDescriptor, logger: logger)],
            logger: logger)
        async let end: Void = runner.run()
        await runner.shutDown()
        try await end
        try pipe.fileHandleForWriting.close()
    }

    @Test func aFailureIsThrown() async throws {
        let runner = ServiceRunner([Endless(), Failing()], logger: logger)
        await #expect(throws: Failing.Failure.self) { try await runner.run() }
    }

    private struct Endless: Service {
        func run() async throws { try await gracefulShutdown() }
    }

    private struct Failing: Service {
        struct Failure: Error {}
        func run() async throws { throw Failure() }
    }
}
