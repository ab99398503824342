import Foundation
import TestSupport

/// A real DNS server in a network of its own, whose names a test changes.
final class NameServer: Sendable {
    private static let program = Tool.path("dnsmasq") ?? "/usr/sbin/dnsmasq"

    let network: NetworkNamespace
    private let server: Child
    private let scratch: Scratch

    static func isPossible() async -> Bool {
        guard FileManager.default.isExecutableFile(atPath: program) else { return false }
        return await NetworkNamespace.isPossible()
    }

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
        try set(addresses.map { (name, $0) })
    }

    /// From now on there are these names, and no others.
    func set(_ names: [(name: String, address: String)]) throws {
        let lines = names.map { "\($0.address) \($0.name)\n" }.joined()
        _ = try scratch.write("hosts", Data(lines.utf8))
        server.signal(SIGHUP)
    }

    private static let unshare = "/usr/bin/unshare"

    /// What has a program ask this server for names.
    private func asking(_ program: String, _ flags: [String]) -> [String] {
        let mount = "mount --bind \"$0\" /etc/resolv.conf && exec \"$@\""
        let resolver = scratch.path("resolv.conf")
        return ["--mount", "/bin/sh", "-c", mount, resolver, program] + flags
    }

    /// Starts a program that asks this server for names.
    func start(_ program: String, _ flags: [String]) async throws -> Service {
        try await Service.start(Self.unshare, asking(Programs.url(program).path, flags))
    }

    /// Starts a program, by its path, that does and shares this server's network.
    func run(_ program: String, _ flags: [String]) async throws -> Child {
        try await network.run(Self.unshare, asking(program, flags))
    }

    func stop() async {
        server.signal(SIGTERM)
        await server.waitUntilExit()
        await network.remove()
    }
}
