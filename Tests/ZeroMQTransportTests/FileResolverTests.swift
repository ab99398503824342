import Foundation
import LyreRPC
import TestSupport
import Testing
import ZeroMQTransport

@Suite(.timeLimit(.minutes(1)))
struct FileResolverTests {
    /// A file that is gone after its test.
    private final class Scratch {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-endpoints-\(UUID().uuidString)").path

        func write(_ text: String) throws {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func sentence(_ resolver: FileResolver) async -> String? {
        do throws(RPCError) {
            _ = try await resolver.resolve()
            return nil
        } catch { return error.status.message }
    }

    @Test func oneEndpointALine() async throws {
        let file = Scratch()
        try file.write(
            """
            # decoders
            tcp://10.0.0.1:7102

              decoder.farm:7102   # the old card
            [::1]:7102\r
            """ + "\r\n\t\n")
        let endpoints = try await FileResolver(file.path).resolve()
        #expect(
            endpoints.map(\.address)
                == ["tcp://10.0.0.1:7102", "tcp://decoder.farm:7102", "tcp://[::1]:7102"])
    }

    @Test func aFileThatIsMissing() async {
        let file = Scratch()
        #expect(
            await sentence(FileResolver(file.path))
                == "the file of endpoints '\(file.path)' cannot be read")
    }

    @Test(arguments: ["", "\n# none\n", "# tcp://a:1"])
    func aFileWithoutEndpoints(_ text: String) async throws {
        let file = Scratch()
        try file.write(text)
        #expect(
            await sentence(FileResolver(file.path))
                == "the file of endpoints '\(file.path)' names no endpoint")
    }

    @Test(arguments: ["tcp://10.0.0", "10.0.0.1:7102 10.0.0.2:7102", "a:0", "a:*", "a:b:"])
    func aLineThatIsNoAddress(_ line: String) async throws {
        let file = Scratch()
        try file.write("tcp://10.0.0.1:7102\n\n\(line)")
        #expect(
            await sentence(FileResolver(file.path))
                == "the file of endpoints '\(file.path)' is not valid: line 3, '\(line)', is no "
                + "address such as tcp://127.0.0.1:4242")
    }

    @Test func aFileThatIsTooLarge() async throws {
        let file = Scratch()
        try file.write(String(repeating: "a:1\n", count: 1 << 18) + "\n")
        #expect(
            await sentence(FileResolver(file.path))
                == "the file of endpoints '\(file.path)' has more than 1 MiB")
    }

    @Test func aFileThatIsBeingWritten() async throws {
        let file = Scratch()
        try file.write("a:1")
        let resolver = FileResolver(file.path)
        let path = file.path
        let writer = Task {
            for number in 1... where !Task.isCancelled {
                try "a:\(number % 60_000 + 1)".write(
                    toFile: path, atomically: true, encoding: .utf8)
                await Task.yield()
            }
        }
        defer { writer.cancel() }
        await until {
            await sentence(resolver) == "the file of endpoints '\(path)' is being written"
        }
    }

    @Test func aChannelFollowsAFile() async throws {
        let (first, second) = (try await Loopback(), try await Loopback())
        defer { [first, second].forEach { $0.keep() } }
        let file = Scratch()
        let channel = try first.clientSide.channel(to: "file:\(file.path)", service: "Test")
        // It need not be there yet.
        let missing = await failure { try await channel.unary(Test.echo, "a") }
        #expect(missing?.status.message == "the file of endpoints '\(file.path)' cannot be read")
        try file.write(first.listener.endpoint.address)
        await until { await (try? channel.unary(Test.echo, "a")) == "a" }
        #expect(channel.readyEndpoints == [first.listener.endpoint])
        // A mistake changes nothing, and is told.
        try file.write("\(second.listener.endpoint)\noh no")
        await until { channel.report.resolution?.status.message.contains("'oh no'") == true }
        #expect(channel.readyEndpoints == [first.listener.endpoint])
        #expect(try await channel.unary(Test.echo, "a") == "a")
        try file.write("\(second.listener.endpoint)")
        await until { channel.readyEndpoints == [second.listener.endpoint] }
        #expect(channel.report.resolution == nil)
        #expect(try await channel.unary(Test.echo, "a") == "a")
    }
}
