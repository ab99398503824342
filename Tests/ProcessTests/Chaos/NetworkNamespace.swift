import ChildProcesses
import Foundation

/// A network of its own on this machine, with one cable to it that can be cut.
final class NetworkNamespace: Sendable {
    private static let ip = "/usr/sbin/ip"

    let name: String
    private let cable: String
    /// Of programs in the namespace.
    let address: String

    /// Only root may make them, and not in every container.
    static func isPossible() async -> Bool {
        guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: ip) else { return false }
        let name = "lyre-try-\(getpid())"
        let isMade = await run(["netns", "add", name])
        await run(["netns", "del", name])
        return isMade
    }

    init() async throws {
        let number = Int.random(in: 1...250)
        name = "lyre-\(getpid())-\(number)"
        cable = "lyre\(getpid() % 10_000)x\(number)"
        address = "10.213.\(number).2"
        let commands = [
            ["netns", "add", name],
            ["link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name],
            ["addr", "add", "10.213.\(number).1/24", "dev", cable],
            ["link", "set", cable, "up"],
            ["-n", name, "addr", "add", "\(address)/24", "dev", "eth0"],
            ["-n", name, "link", "set", "eth0", "up"],
            ["-n", name, "link", "set", "lo", "up"],
        ]
        for command in commands where await !Self.run(command) {
            throw StartFailed(name: "ip", errors: command.joined(separator: " "))
        }
    }

    func remove() async { await Self.run(["netns", "del", name]) }

    /// From now on every packet is lost, and nobody is told.
    func cut() async { await Self.run(["-n", name, "link", "set", "eth0", "down"]) }

    /// Starts a program there.
    func start(_ program: String, _ flags: [String]) async throws -> Service {
        try await Service.start(
            Self.ip, ["netns", "exec", name, Programs.url(program).path] + flags)
    }

    /// Starts a program of the system there.
    func run(_ program: String, _ arguments: [String]) async throws -> Child {
        try await Child(
            URL(fileURLWithPath: Self.ip), ["netns", "exec", name, program] + arguments)
    }

    /// Delays each packet by 20 ms, and loses one in a hundred; false where the kernel cannot.
    func slowDown() async -> Bool {
        let netem = ["tc", "qdisc", "add", "dev", "eth0", "root", "netem"]
        return await Self.run(
            ["netns", "exec", name] + netem + ["delay", "20ms", "loss", "1%"])
    }

    @discardableResult
    private static func run(_ arguments: [String]) async -> Bool {
        await (try? ChildProcess.run(ip, arguments))?.status == 0
    }
}
