import Foundation
import Logging
import ServiceLifecycle

/// Ends a plugin when its host does: ``run()`` returns when standard input reaches its end.
///
/// ``ServiceRunner`` takes that for a wish to shut down gracefully. What the host writes is
/// ignored.
public struct HostWatch: Service {
    private let descriptor: Int32
    private let logger: Logger

    /// - Parameter descriptor: what the host holds open, else standard input.
    public init(descriptor: Int32 = STDIN_FILENO, logger: Logger) {
        self.descriptor = descriptor
        self.logger = logger
    }

    public func run() async throws {
        let (hostEnded, end) = AsyncStream<Never>.makeStream()
        // A thread of its own, because reading blocks. It is left behind in a shutdown that comes
        // from elsewhere, and ends with the process.
        Thread.detachNewThread { [descriptor] in
            var bytes = [UInt8](repeating: 0, count: 512)
            while true {
                let count = read(descriptor, &bytes, bytes.count)
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            end.finish()
        }
        for await _ in hostEnded.cancelOnGracefulShutdown() {}
        if !Task.isCancelled, !Task.isShuttingDownGracefully {
            logger.info("the host has gone: shutting down")
        }
    }
}
