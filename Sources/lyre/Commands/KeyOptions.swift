import ArgumentParser
import Foundation
import ZeroMQTransport

/// Keys for a server on another machine, or for one here that asks for them.
struct KeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server's public key (or LYRE_SERVER_KEY).", valueName: "file"))
    var serverKey: String?

    @Option(help: ArgumentHelp("Your secret key (or LYRE_KEY).", valueName: "file"))
    var key: String?

    /// Nil where no server's key is named, which does for this machine.
    /// - Throws: In one sentence, where a file holds no key.
    var security: ClientSecurity? {
        get throws {
            let environment = ProcessInfo.processInfo.environment
            guard let server = serverKey ?? environment["LYRE_SERVER_KEY"] else { return nil }
            guard let own = key ?? environment["LYRE_KEY"] else {
                throw ValidationError("--server-key is given, but --key is missing: your own")
            }
            return ClientSecurity(
                server: try KeyFiles.publicKey(at: server), keys: try KeyFiles.pair(at: own))
        }
    }
}
