import ChildProcesses
import Foundation
import ModelHub
import Testing

/// A server of openssl's that shows a certificate of its own making.
private final class SelfSigned {
    let folder = NSTemporaryDirectory() + "lyre-tls-\(UUID().uuidString)"
    let port: String
    private let server: ChildProcess

    static let program = [
        "/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    var certificate: String { folder + "/certificate.pem" }

    init() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (certificate, key) = (folder + "/certificate.pem", folder + "/key.pem")
        _ = try await ChildProcess.run(
            Self.program!,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-subj", "/CN=lyre", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2",
                "-keyout", key, "-out", certificate,
            ])
        server = try await ChildProcess(
            URL(fileURLWithPath: Self.program!),
            ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"],
            errors: .pipe)
        var said = ""
        while !said.contains(/ACCEPT .*:[0-9]+\n/) {
            let more = server.output.availableData
            try #require(!more.isEmpty, "openssl ended: \(said)")
            said += String(decoding: more, as: UTF8.self)
        }
        port = String(said.firstMatch(of: /ACCEPT .*:([0-9]+)\n/)!.1)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}

@Suite("Secure connections", .timeLimit(.minutes(1)))
struct SecureTests {
    @Test(
        "a server is trusted only by a certificate that the system or the user trusts",
        .enabled(if: SelfSigned.program != nil, "openssl is missing"))
    func certificates() async throws {
        let server = try await SelfSigned()
        func failure(authorities: String?) async throws -> HubFailure {
            let client = HubClient(
                endpoint: try HubEndpoint("https://127.0.0.1:\(server.port)"),
                token: HubToken("secret"), proxy: .none, authorities: authorities)
            let pull = ModelPull(try HubRepository("a/b"), to: server.folder)
            return try #require(
                await #expect(throws: HubFailure.self) { try await pull.run(with: client) })
        }
        let refused = try await failure(authorities: nil)
        #expect(refused.kind == .untrusted)
        #expect(
            refused.description.hasPrefix(
                "no secure connection to https://127.0.0.1:\(server.port): "))
        // Trusted, it answers with a page: the conversation took place.
        #expect(try await failure(authorities: server.certificate).kind == .badAnswer)
    }
}
