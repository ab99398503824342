import Hummingbird
import Logging
import ServiceLifecycle

/// What operators, probes and Prometheus ask of a process, over HTTP on a port of its own.
///
/// `/livez` says that the process runs, `/readyz` whether it can take work (if not, 503 and the
/// reasons, one a line), `/metrics` what it has done. It belongs at the front of the list that
/// ``ServiceRunner`` runs.
public struct AdminServer: Service {
    private let service: HTTPService

    /// - Parameters:
    ///   - port: 0 takes any that is free; ``port`` tells which.
    public init(
        host: String = "127.0.0.1", port: Int, readiness: Readiness, registry: PrometheusRegistry,
        logger: Logger
    ) {
        let router = Router()
        router.get("/") { _, _ in text("/livez\n/readyz\n/metrics\n") }
        router.get("/livez") { _, _ in text("ok\n") }
        router.get("/readyz") { _, _ in
            let reasons = readiness.reasons
            return reasons.isEmpty
                ? text("ok\n")
                : text(reasons.map { $0 + "\n" }.joined(), status: .serviceUnavailable)
        }
        router.get("/metrics") { _, _ in
            text(registry.render(), type: PrometheusRegistry.contentType)
        }
        service = HTTPService(
            "admin server", host: host, port: port, router: router, logger: logger)
    }

    /// The port it listens on, as soon as it does.
    ///
    /// - Throws: ``ListenError`` when it could not listen.
    public var port: Int { get async throws { try await service.port } }

    public func run() async throws { try await service.run() }
}

extension PrometheusRegistry {
    /// The media type of ``render()``.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"
}

private func text(
    _ body: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok
) -> Response {
    Response(
        status: status, headers: [.contentType: type, .cacheControl: "no-store"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
}
