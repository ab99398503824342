import Hummingbird
import Logging
import ServiceLifecycle

/// A small HTTP server as a service: listens, tells its port, and ends gracefully.
public struct HTTPService: Service {
    private let name: String
    private let host: String
    private let wantedPort: Int
    private let responder: RouterResponder<BasicRequestContext>
    private let logger: Logger
    private let bound = BoundPort()

    /// - Parameters:
    ///   - name: what it is in logs and errors: "admin server".
    ///   - port: 0 takes any that is free.
    public init(
        _ name: String, host: String, port: Int, router: Router<BasicRequestContext>, logger: Logger
    ) {
        self.name = name
        self.host = host
        self.wantedPort = port
        self.responder = router.buildResponder()
        self.logger = logger
    }

    /// The port it listens on, as soon as it does.
    ///
    /// - Throws: ``ListenError`` when it could not listen.
    public var port: Int { get async throws { try await bound.value } }

    public func run() async throws {
        guard (0...65535).contains(wantedPort) else {
            throw fail(
                ListenError(
                    name: name, host: host, port: wantedPort, reason: "ports are 0 to 65535"))
        }
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        let application = Application(
            responder: responder,
            configuration: .init(address: .hostname(host, port: wantedPort), reuseAddress: true),
            onServerRunning: { channel in
                guard let port = channel.localAddress?.port else { return }
                logger.info(
                    "listening",
                    metadata: ["server": "\(name)", "host": "\(host)", "port": "\(port)"])
                bound.settle(.success(port))
            }, logger: quiet)
        do {
            try await application.run()
        } catch {
            throw fail(ListenError(name: name, host: host, port: wantedPort, error: error))
        }
        _ = fail(
            ListenError(
                name: name, host: host, port: wantedPort, reason: "it was told to stop first"))
    }

    /// Tells whoever waits for the port; without effect once there is one.
    private func fail(_ error: ListenError) -> ListenError {
        bound.settle(.failure(error))
        return error
    }
}
