import ArgumentParser
import Foundation
import ModelHub

struct Pull: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fetches a model's folder from the Hugging Face hub, or a mirror of it.",
        discussion: """
            Prints the folder's path, and nothing else, on standard output; what is there already \
            is not fetched again, and what broke off is continued. Every file is held against the \
            checksum that the hub names.

              lyre pull hubertsiuzdak/snac_24khz
              lyre speak --snac "$(lyre pull -q hubertsiuzdak/snac_24khz)" --vllm ... "Hello."

            HF_ENDPOINT names a mirror; HF_TOKEN, or the token of 'hf auth login', opens private \
            and gated repositories. https_proxy and NO_PROXY are heeded, and so is SSL_CERT_FILE \
            for a mirror with certificates of its own.

            Exit codes are those of sysexits.h: 64 wrong arguments, 65 wrong checksum, 66 no such \
            repository or file, 69 not reached or out of order, 73 cannot be written, 76 not a \
            hub's answer, 77 not allowed; and 130 after Control-C.
            """)

    @Argument(help: "The repository, such as hubertsiuzdak/snac_24khz.")
    var repository: String

    @Option(help: "A branch, a tag or a commit.")
    var revision = "main"

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder to write; the last part of the repository's name when left out.",
            valueName: "folder"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            """
            A file to fetch; may be given several times. When left out: config.json, and \
            model.safetensors or else pytorch_model.bin.
            """, valueName: "name"))
    var file: [String] = []

    @Flag(name: .shortAndLong, help: "Say nothing but the folder's path, and errors.")
    var quiet = false

    func run() async throws {
        let progress = PullProgress(isQuiet: quiet)
        do {
            let pull = try makePull()
            let client = try Self.makeClient()
            let work = Task { try await pull.run(with: client, tell: progress.tell) }
            let interruption = Task {
                if await UntilSignal.wait() { work.cancel() }
            }
            defer { interruption.cancel() }
            _ = try await work.value
            progress.clear()
            print(pull.folder)
        } catch let failure as HubFailure {
            progress.clear()
            let kept =
                progress.hasUnfinished && failure.kind.keepsPart
                ? "; what has arrived is kept, and the same command goes on there" : ""
            let reason = failure.kind == .cancelled ? "interrupted" : "Error: \(failure)"
            FileHandle.standardError.write(Data("\(reason)\(kept)\n".utf8))
            throw failure.kind.exitCode
        }
    }

    private func makePull() throws(HubFailure) -> ModelPull {
        let repository = try HubRepository(repository)
        var names: [HubFileName] = []
        for name in file { names.append(try HubFileName(name)) }
        return ModelPull(
            repository, at: try HubRevision(revision), files: names.isEmpty ? nil : names,
            to: output ?? repository.name)
    }

    private static func makeClient() throws(HubFailure) -> HubClient {
        let environment = ProcessInfo.processInfo.environment
        func named(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        var endpoint = HubEndpoint.hub
        if let mirror = named("HF_ENDPOINT") { endpoint = try HubEndpoint(mirror) }
        return HubClient(
            endpoint: endpoint, token: .find(in: environment), authorities: named("SSL_CERT_FILE"))
    }
}

extension HubFailure.Kind {
    fileprivate var keepsPart: Bool {
        switch self {
        case .checksum, .badAnswer, .tooLarge, .invalidName, .locked: false
        default: true
        }
    }

    fileprivate var exitCode: ExitCode {
        switch self {
        case .invalidName: ExitCode(EX_USAGE)
        case .checksum: ExitCode(EX_DATAERR)
        case .notFound: ExitCode(EX_NOINPUT)
        case .unreachable, .untrusted, .connectionLost, .busy: ExitCode(EX_UNAVAILABLE)
        case .disk, .tooLarge, .locked: ExitCode(EX_CANTCREAT)
        case .badAnswer: ExitCode(EX_PROTOCOL)
        case .notAllowed: ExitCode(EX_NOPERM)
        case .cancelled: ExitCode(130)
        }
    }
}
