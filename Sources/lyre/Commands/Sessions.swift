import ArgumentParser
import Foundation
import LyreRPC
import WireMessages
import ZeroMQTransport

struct Sessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists what a token service generates, and what it has generated lately.",
        discussion: """
            lead: sound that a listener who began with the first frame has left to play. A session \
            is queued, in prefill, streaming, resumed (its model server failed, another one is to go \
            on) or done.
            """)

    @Argument(help: "The token service.")
    var endpoint = "tcp://127.0.0.1:7101"

    @OptionGroup var keys: KeyOptions

    @Flag(help: "Those that have ended too.")
    var all = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let channel = try ZeroMQTransport(client: "lyre sessions")
            .channel(to: endpoint, service: "Tokens", security: keys.security)
        defer { channel.shutdown() }
        var reply = try await channel.unary(
            Tokens.sessions, SessionsRequest(), options: CallOptions(timeout: .seconds(5)))
        if !all { reply.sessions.removeAll { $0.phase == .done } }
        if json {
            print(try JSONMessages.decode(reply.encoded(), schemaName: SessionsReply.schemaName))
        } else {
            print(SessionTable(reply.sessions).text)
        }
    }
}
