import Foundation
import TestSupport

/// A real DNS server in a network of its own, whose names a test changes.
final class NameServer: Sendable {
    static let program = Tool.path("dnsmasq") ?? "/usr/sbin/dnsmasq"

    private let network: NetworkNamespace
    private let server: Child
    private let scratch: Scratch

    init() async throws {
        network = try await NetworkNamespace()
        scratch = try Scratch()
        _ = try scratch.write("hosts", Data())
        _ = try scratch.write("resolv.conf", Data("nameserver \(network.address)\n".utf8))
        server = try await network.run(
            Self.program,
            [
                "--keep-in-foreground", "--no-resolv", "--no-hosts", "--local-ttl=0",
                "--user=root", "--pid-file", "--log-facility=-",
                "--addn-hosts=\(scratch.path("hosts"))", "--listen-address=\(network.address)",
                "--bind-interfaces",
            ])
        _ = await server.errors.line(containing: "read \(scratch.path("hosts"))")
    }

    /// From now on a name has these addresses.
    func set(_ name: String, _ addresses: [String]) throws {
        let lines = addresses.map { "\($0) \(name)\n" }.joined()
        _ = try scratch.write("hosts", Data(lines.utf8))
        server.signal(SIGHUP)
    }

    /// Starts a program that asks this server for names.
    func start(_ program: String, _ flags: [String]) async throws -> Service {
        let mount = "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\""
        return try await Service.start(
            "/usr/bin/unshare",
            [
                "--mount", "/bin/sh", "-c", mount, scratch.path("resolv.conf"),
                Programs.url(program).path,
            ] + flags)
    }

    func stop() async {
        server.signal(SIGTERM)
        await server.waitUntilExit()
        await network.remove()
    }
}
