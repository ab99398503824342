import Foundation
import Logging
import ServiceLifecycle

/// Runs the services of a process until SIGTERM, SIGINT, or the end of one of them.
///
/// Then all stop gracefully, the last of the list first: put the ``AdminServer`` at the front, and
/// the process can be watched while it drains. What has not ended after `drain` is cancelled.
public struct ServiceRunner: Sendable {
    private let group: ServiceGroup
    private let logger: Logger

    /// - Parameter plugin: end when standard input does, see ``HostWatch``.
    public init(
        _ services: [any Service], plugin: Bool = false, drain: Duration = .seconds(30),
        logger: Logger
    ) {
        let all = plugin ? services + [HostWatch(logger: logger)] : services
        var configuration = ServiceGroupConfiguration(
            services: all.map {
                .init(
                    service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup,
                    serviceName: "\(type(of: $0))")
            },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Self.quiet(logger))
        configuration.maximumGracefulShutdownDuration = drain
        group = ServiceGroup(configuration: configuration)
        self.logger = logger
    }

    /// Returns after a graceful shutdown; throws the error of the service that failed first.
    public func run() async throws {
        // A host that closes its end is an error of one write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        logger.info("started", metadata: ["pid": "\(getpid())"])
        // An error is the program's to tell, once.
        try await group.run()
        logger.info("stopped")
    }

    /// As if a SIGTERM had come.
    public func shutDown() async {
        await group.triggerGracefulShutdown()
    }

    /// The group's own log tells of each service's steps: of interest to us, not to operators.
    private static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        if logger.logLevel > .trace { logger.logLevel = max(logger.logLevel, .warning) }
        return logger
    }
}
