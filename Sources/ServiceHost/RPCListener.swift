import Logging
import LyreRPC
import Observability
import ServiceLifecycle
import ZeroMQTransport

/// The RPC server as a service: binds, tells where, and drains before it ends.
struct RPCListener: Service {
    let server: RPCServer
    let address: Address
    let keys: ServiceKeys
    let transport: ZeroMQTransport
    let health: ServiceHealth
    let readiness: Readiness
    let grace: Duration
    let logger: Logger
    let announce: @Sendable (Endpoint) -> Void

    func run() async throws {
        let listener = try await transport.listen(address, server, security: keys.security)
        logger.info(
            "listening",
            metadata: [
                "endpoint": "\(listener.endpoint)", "keys": keys.security == nil ? "no" : "yes",
                "services": "\(server.registry.services.joined(separator: ","))",
            ])
        health.set(serving: true)
        readiness.meet("serving")
        announce(listener.endpoint)

        let watch = Task {
            guard let allowed = keys.allowed, let access = keys.security?.access else { return }
            await allowed.watch(access, logger) { await listener.dismissStrangers() }
        }
        defer { watch.cancel() }
        try? await gracefulShutdown()
        // Balancers look elsewhere from now on; calls at work go on until the grace is over.
        readiness.fail("serving", because: "draining")
        health.set(serving: false)
        await server.drain(grace: grace)
        await listener.close()
    }
}
