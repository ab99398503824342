import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
    /// A server whose handlers wait for ever, and tells when they begin and end.
    private func waiting(_ started: Recorder<String>, _ ended: Recorder<String>) -> World {
        World { registry in
            @Sendable func wait(_ name: String) async throws {
                started.record(name)
                do { try await Latch().wait() } catch {
                    ended.record(name)
                    throw error
                }
            }
            registry.unary(Test.echo) { note, _ in
                try await wait("echo")
                return note
            }
            registry.serverStream(Test.count) { _, writer, _ in
                try await writer.send("first")
                try await wait("count")
            }
            registry.bidirectional(Test.chat) { _, _, _ in try await wait("chat") }
        }
    }

    @Test func cancellingTheTaskOfAUnaryCallReachesTheHandler() async {
        let (started, ended) = (Recorder<String>(), Recorder<String>())
        let world = waiting(started, ended)
        let channel = world.channel()
        let call = Task { await failure { try await channel.unary(Test.echo, "a") } }
        await started.wait { !$0.isEmpty }
        call.cancel()
        #expect(await call.value?.code == .cancelled)
        await ended.wait { $0 == ["echo"] }
        #expect(await world.frame(.toClient) { $0.status != nil }.status?.code == .cancelled)
    }

    @Test func leavingAStreamCancelsIt() async throws {
        let (started, ended) = (Recorder<String>(), Recorder<String>())
        let world = waiting(started, ended)
        let note = try await world.channel().serverStream(Test.count, "") { try await $0.next() }
        #expect(note == "first")
        await ended.wait { $0 == ["count"] }
    }

    @Test func aReaderThatGivesTheCallUpStillReadsWhatHasCome() async throws {
        let (started, ended) = (Recorder<String>(), Recorder<String>())
        let world = waiting(started, ended)
        try await world.channel().serverStream(Test.count, "") { reader in
            await started.wait { !$0.isEmpty }
            await reader.cancel()
            let first = try await reader.next()
            #expect(first == "first")
            let error = await failure { _ = try await reader.next() }
            #expect(error?.code == .cancelled)
            await ended.wait { $0 == ["count"] }
        }
    }

    @Test func anErrorInTheBodyCancelsTheCall() async {
        let (started, ended) = (Recorder<String>(), Recorder<String>())
        let world = waiting(started, ended)
        let error = await failure {
            try await world.channel().bidirectional(Test.chat) { _, _ in
                await started.wait { !$0.isEmpty }
                throw RPCError(.outOfRange, "enough")
            }
        }
        #expect(error?.code == .outOfRange)
        await ended.wait { $0 == ["chat"] }
    }

    @Test func aCallToAServerInBetweenReachesTheLastHop() async {
        let (started, ended) = (Recorder<String>(), Recorder<String>())
        let last = waiting(started, ended)
        let onward = last.channel()
        let middle = World { registry in
            registry.unary(Test.echo) { note, _ in
                try await onward.serverStream(Test.count, note) { reader in
                    while try await reader.next() != nil {}
                }
                return note
            }
        }
        let channel = middle.channel()
        let call = Task { await failure { try await channel.unary(Test.echo, "a") } }
        await started.wait { !$0.isEmpty }
        call.cancel()
        #expect(await call.value?.code == .cancelled)
        await ended.wait { $0 == ["count"] }
    }

    @Test func aClientThatIsGoneCancelsItsHandlers() async {
        let (started, ended) = (Recorder<String>(), Recorder<String>())
        let world = waiting(started, ended)
        let channel = world.channel()
        let call = Task { await failure { try await channel.unary(Test.echo, "a") } }
        await started.wait { !$0.isEmpty }
        channel.shutdown()
        await ended.wait { $0 == ["echo"] }
        #expect(await call.value?.code == .cancelled)
    }

    /// A handler may read in a part of itself and stop that part: the call goes on.
    @Test func aHandlerThatCancelsItsReaderStillAnswers() async throws {
        let world = World { registry in
            registry.bidirectional(Test.chat) { reader, writer, _ in
                let part = Task { try await reader.next() }
                part.cancel()
                let isCancelled = await failure { try await part.value }?.code == .cancelled
                try await writer.send(Note("part cancelled: \(isCancelled)"))
            }
        }
        let notes = try await world.channel().bidirectional(Test.chat) { reader, _ in
            try await reader.reduce(into: [Note]()) { $0.append($1) }
        }
        #expect(notes == ["part cancelled: true"])
        #expect(world.sent(.toClient).allSatisfy { $0.body != .cancel })
    }

    @Test func aCallThatWaitsForTheConnectionsWindowCanBeCancelled() async throws {
        let unread = Unread()
        try await unread.fillWindow { channel in
            let call = Task { await failure { try await channel.unary(Test.echo, "a") } }
            await Task.yield()
            call.cancel()
            #expect(await call.value?.code == .cancelled)
        }
    }

    @Test func aWriterThatWaitsForCreditCanBeCancelled() async throws {
        let unread = Unread()
        let error = await failure {
            try await unread.world.channel().bidirectional(Test.chat) { _, writer in
                try await writer.send(.of(bytes: 1000))
                let part = Task { try await writer.send("more") }
                part.cancel()
                try await part.value
            }
        }
        #expect(error?.code == .cancelled)
    }
}
