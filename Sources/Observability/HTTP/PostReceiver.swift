import Foundation
import Hummingbird
import Logging

/// Takes what is posted to one path, on any free port of the loopback interface.
public struct PostReceiver: Sendable {
    /// Bytes of a body; what is larger is refused.
    private static let largestBody = 4 << 20

    private let service: HTTPService

    /// - Parameter take: Is given each body; false refuses it.
    public init(path: String, logger: Logger, take: @escaping @Sendable (Data) -> Bool) {
        let router = Router()
        router.post(RouterPath(path)) { request, _ in
            let body = try await request.body.collect(upTo: Self.largestBody)
            return take(Data(body.readableBytesView))
                ? Response(
                    status: .ok, headers: [.contentType: "application/json"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: "{}")))
                : Response(status: .badRequest)
        }
        service = HTTPService(
            "receiver", host: "127.0.0.1", port: 0, router: router, logger: logger)
    }

    public var port: Int { get async throws { try await service.port } }

    /// Until the task is cancelled.
    public func run() async throws { try await service.run() }
}
