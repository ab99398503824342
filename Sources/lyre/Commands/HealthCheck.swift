import ArgumentParser
import LyreRPC
import WireMessages
import ZeroMQTransport

struct HealthCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Asks a server whether it serves.",
        discussion: """
            Exit codes are those of grpc_health_probe: 0 serving, 1 wrong arguments, 2 not reached, \
            3 the call failed, 4 not serving.
            """)

    @Argument(help: "The server, such as tcp://127.0.0.1:7100.")
    var endpoint: String

    @Option(help: "The service to ask for; the whole server when left out.")
    var service = ""

    @OptionGroup var keys: KeyOptions

    @Option(help: "Seconds to wait for an answer.")
    var timeout = 3.0

    func run() async throws {
        let transport = ZeroMQTransport(client: "lyre health")
        let channel: Channel
        do {
            channel = try transport.channel(
                to: endpoint, service: "Health", security: keys.security)
        } catch { try end(1, "\(error)") }
        do {
            let reply = try await channel.unary(
                Health.check, HealthRequest(service: service),
                options: CallOptions(timeout: .seconds(timeout)))
            switch reply.status {
            case .serving: print("SERVING")
            case .notServing: try end(4, "NOT_SERVING")
            case .serviceUnknown, .unknown: try end(3, "there is no service '\(service)'")
            }
        } catch let error as RPCError where error.status.reason == "draining" {
            try end(4, "NOT_SERVING")
        } catch let error as RPCError {
            try end(error.status.neverStarted ? 2 : 3, "\(error)")
        }
    }

    private func end(_ code: Int32, _ message: String) throws -> Never {
        print(message)
        throw ExitCode(code)
    }
}
