import LyreRPC
import TestSupport
import Testing
import ZeroMQTransport

/// Everything as it should be, over TCP.
@Suite(.timeLimit(.minutes(1)))
struct LoopbackTests {
    @Test func unary() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        for message in ["", "hello", "\0\u{ff}"] as [RawMessage] {
            #expect(try await channel.unary(Test.echo, message) == message)
        }
    }

    @Test func aMessageOfOneMebibyte() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let message = RawMessage(
            (0..<WireRules.maximumPayload).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        #expect(try await loopback.channel().unary(Test.echo, message) == message)
    }

    @Test func aStreamOfManyWindows() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let inOrder = try await loopback.channel().serverStream(Test.count, "10000") { reader in
            var number = 0
            while let message = try await reader.next() {
                guard message.bytes.count == 1000, message.bytes[999] == UInt8(number & 255) else {
                    return -1
                }
                number += 1
            }
            return number
        }
        #expect(inOrder == 10_000)
    }

    @Test func streamsBothWays() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let echoed = try await loopback.channel().bidirectional(Test.chat) { reader, writer in
            async let sent: Void = {
                for number in 0..<3000 { try await writer.send(RawMessage("\(number)")) }
                try await writer.finish()
            }()
            var texts: [String] = []
            while let message = try await reader.next() { texts.append(message.text) }
            try await sent
            return texts
        }
        #expect(echoed == (0..<3000).map(String.init))
    }

    @Test func sixtyFourCallersAtOnce() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        let right = try await withThrowingTaskGroup(of: Int.self) { group in
            for caller in 0..<64 {
                group.addTask {
                    var right = 0
                    for number in 0..<50 {
                        let message = RawMessage("\(caller) \(number)")
                        if try await channel.unary(Test.echo, message) == message { right += 1 }
                    }
                    return right
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(right == 64 * 50)
    }

    @Test func manyStreamsAtOnce() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try await channel.serverStream(Test.count, "500") { reader in
                        try await reader.reduce(0) { count, _ in count + 1 }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == [Int](repeating: 500, count: 16))
    }

    @Test func anInlineHandlerThatNeverRestsStarvesNobody() async throws {
        let (busy, latch) = (Gate(), Latch())
        var registry = Registry()
        registry.unary(Test.echo, execution: .inline) { message, _ in
            guard message == "busy" else { return message }
            busy.open()
            while !latch.isOpen { await Task.yield() }
            return message
        }
        let (serverSide, clientSide) = (
            ZeroMQTransport(client: "server"), ZeroMQTransport(client: "test")
        )
        let listener = try await serverSide.listen(
            try Address("127.0.0.1:0"), RPCServer(registry: registry, schema: 0))
        defer { withExtendedLifetime((serverSide, clientSide, listener)) {} }
        let channel = try clientSide.channel(to: listener.endpoint.address, service: "Test")
        async let reply = channel.unary(Test.echo, "busy")
        await busy.opened()
        #expect(try await channel.unary(Test.echo, "a") == "a")
        latch.open()
        #expect(try await reply == "busy")
    }

    @Test func aDeadlineEndsACallByTheRealClock() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let error = await failure {
            try await loopback.channel().unary(
                Test.echo, "wait", options: CallOptions(timeout: .milliseconds(30)))
        }
        #expect(error?.code == .deadlineExceeded)
    }

    @Test func cancellationReachesTheHandler() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        let call = Task { await failure { try await channel.unary(Test.echo, "wait") } }
        await loopback.events.wait { $0 == ["started"] }
        call.cancel()
        #expect(await call.value?.code == .cancelled)
        await loopback.events.wait { $0 == ["started", "cancelled"] }
    }

    @Test func aDrainLetsCallsEndAndClientsLeave() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        async let reply = channel.unary(Test.echo, "wait")
        await loopback.events.wait { $0 == ["started"] }
        async let drained: Void = loopback.server.drain(grace: .seconds(30))
        await until { loopback.server.isDraining }
        loopback.latch.open()
        #expect(try await reply == "wait")
        await drained
        #expect(await failure { try await channel.unary(Test.echo, "late") }?.code == .unavailable)
    }

    @Test func aChannelThatShutsDownLeavesNothingBehind() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        async let error = failure { try await channel.unary(Test.echo, "wait") }
        await loopback.events.wait { $0 == ["started"] }
        channel.shutdown()
        #expect(await error?.code == .cancelled)
        await loopback.events.wait { $0 == ["started", "cancelled"] }
        await until { loopback.server.sessionCount == 0 }
    }

    @Test func aTransportThatIsLetGoEndsItsCalls() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        var transport: ZeroMQTransport? = ZeroMQTransport(client: "short-lived")
        let channel = try transport!.channel(
            to: loopback.listener.endpoint.address, service: "Test")
        _ = try await channel.unary(Test.echo, "a")
        transport = nil
        channel.shutdown()
        await until { loopback.server.sessionCount == 0 }
    }

    @Test(arguments: ["dns:localhost:", "localhost:", "tcp://127.0.0.1:", "static:127.0.0.1:"])
    func targets(_ prefix: String) async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let port = loopback.listener.endpoint.address.split(separator: ":").last!
        let channel = try loopback.clientSide.channel(to: prefix + port, service: "Test")
        #expect(try await channel.unary(Test.echo, "a") == "a")
    }

    @Test func twoServersOfAList() async throws {
        let (first, second) = (try await Loopback(), try await Loopback())
        defer { [first, second].forEach { $0.keep() } }
        let target = "static:\(first.listener.endpoint),\(second.listener.endpoint)"
        let channel = try first.clientSide.channel(to: target, service: "Test")
        await until { channel.readyEndpoints.count == 2 }
        await first.server.drain(grace: .zero)
        for _ in 0..<20 { #expect(try await channel.unary(Test.echo, "a") == "a") }
    }
}
