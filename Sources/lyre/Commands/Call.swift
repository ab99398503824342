import ArgumentParser
import Foundation
import LyreRPC
import WireMessages
import ZeroMQTransport

struct Call: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Calls a method with messages in JSON, and prints the replies as JSON.",
        discussion: """
            A method that takes a stream gets one message for each JSON argument.

              lyre call tcp://127.0.0.1:7100 Health/Check '{}'
              lyre call tcp://127.0.0.1:7102 Decoder/Decode '{"frames": {"codes": [1,2,3,4,5,6,7]}}'
            """)

    @Argument(help: "The server, such as tcp://127.0.0.1:7100.")
    var endpoint: String

    @Argument(help: "The method, such as Text/Prepare.")
    var method: String

    @Argument(help: "Messages in JSON; one empty message when left out.")
    var messages: [String] = ["{}"]

    @OptionGroup var keys: KeyOptions

    @Option(help: "Seconds for the whole call.")
    var timeout: Double?

    func run() async throws {
        let transport = ZeroMQTransport(client: "lyre call")
        let channel = try transport.channel(
            to: endpoint, service: "", security: keys.security)
        let options = CallOptions(timeout: timeout.map { .seconds($0) })
        let offered = try await channel.unary(
            Reflection.describe, ReflectionRequest(), options: options)
        guard let info = offered.methods.first(where: { $0.name == method }) else {
            let names = offered.methods.map(\.name).joined(separator: ", ")
            throw FarmError("there is no method '\(method)' at \(endpoint); it offers \(names)")
        }
        guard info.clientStreams || messages.count == 1 else {
            throw FarmError("\(method) takes one message, not \(messages.count)")
        }
        let requests = try messages.map {
            RawMessage(try JSONMessages.encode(json: $0, schemaName: info.request))
        }
        let raw = Method<RawMessage, RawMessage>(method, clientStreams: true, serverStreams: true)
        try await channel.bidirectional(raw, options: options) { replies, writer in
            // A server that takes no more says why when its replies are read.
            do {
                for request in requests { try await writer.send(request) }
                try await writer.finish()
            } catch is RPCError {}
            while let reply = try await replies.next() {
                print(try JSONMessages.decode(reply.bytes, schemaName: info.reply))
            }
        }
    }
}
