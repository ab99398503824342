import ArgumentParser
import Foundation
import LyreRPC
import PCMAudio
import ZeroMQTransport

struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes keys, shows them, and allows them to call.",
        discussion: """
            Every service off the loopback has a key of its own and a list of the keys that may call \
            it. Secret keys stay where they are made; only public ones travel.

              lyre keys new decoder
              lyre keys new alice
              lyre keys allow alice.pub --as client --list allowed
              lyre-text --key text.key --allow allowed --listen tcp://0.0.0.0:7100 ...
              lyre speak --endpoint tcp://farm:7100 --server-key text.pub --key alice.key Hello
            """,
        subcommands: [New.self, Show.self, Allow.self])

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes NAME.key, which is secret, and NAME.pub.")

        @Argument(help: "Where, without the endings.")
        var name: String

        func run() async throws {
            let pair = try KeyFiles.create(name)
            print("\(name).key is secret; \(name).pub is \(pair.publicKey)")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the public key of a key file, secret or public.")

        @Argument(help: ArgumentHelp("A .key or .pub file.", valueName: "file"))
        var file: String

        func run() async throws {
            let isPublic = file.hasSuffix(".pub")
            print(try isPublic ? KeyFiles.publicKey(at: file) : KeyFiles.pair(at: file).publicKey)
        }
    }

    struct Allow: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a public key to a list of those who may call.",
            discussion: """
                Running services take the list up within seconds. To take somebody out, delete its \
                line: its sessions end. client: Speech and Text. frontend: Tokens/Generate and \
                Decoder. operator: everything.
                """)

        @Argument(help: ArgumentHelp("The .pub file.", valueName: "file"))
        var file: String

        @Option(
            name: .customLong("as"),
            help: ArgumentHelp(
                "client, frontend, operator; with commas between.", valueName: "roles"))
        var roles: String

        @Option(help: "Its name in logs and metrics; that of the file when left out.")
        var name: String?

        @Option(help: ArgumentHelp("The list, made when it is not there.", valueName: "file"))
        var list: String

        func run() async throws {
            let key = try KeyFiles.publicKey(at: file)
            let url = URL(fileURLWithPath: list)
            let name = name ?? URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
            var text = ""
            if FileManager.default.fileExists(atPath: list) {
                text = try String(contentsOf: url, encoding: .utf8)
            }
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += "\(key) \(roles) \(name)\n"
            do throws(KeyError) { _ = try AccessList(text) } catch {
                throw KeyError("'\(list)' stays as it is: \(error)")
            }
            let file = try AtomicFile(at: url)
            try file.append(Data(text.utf8))
            try file.commit()
            print("\(name) may call as \(roles)")
        }
    }
}
