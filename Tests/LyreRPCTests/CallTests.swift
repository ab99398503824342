import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CallTests {
    private struct Broken: Error, CustomStringConvertible {
        var description: String { "the handler broke" }
    }

    private func world() -> World {
        World { registry in
            registry.unary(Test.echo) { note, context in
                switch note.text {
                case "fail":
                    throw RPCError(
                        .notFound, "nothing there", reason: "gone", retryAfterMilliseconds: 9)
                case "break": throw Broken()
                case "cancel": throw CancellationError()
                case "trace": return Note(context.traceparent)
                case "large": return .of(bytes: WireRules.maximumPayload + 1)
                default:
                    if let code = UInt32(note.text).flatMap(StatusCode.init(rawValue:)), code != .ok
                    {
                        throw RPCError(code, "as asked")
                    }
                    return Note("<\(note.text)>")
                }
            }
            registry.serverStream(Test.count) { note, writer, _ in
                for number in 0..<(Int(note.text) ?? 0) { try await writer.send(Note("\(number)")) }
                if note.text == "then fail" {
                    try await writer.send("one")
                    throw RPCError(.aborted, "half way")
                }
            }
            registry.bidirectional(Test.chat) { reader, writer, _ in
                for try await note in reader { try await writer.send(Note("<\(note.text)>")) }
                try await writer.send("bye")
            }
        }
    }

    // MARK: The three shapes

    @Test func unary() async throws {
        let channel = world().channel()
        #expect(try await channel.unary(Test.echo, "hello") == "<hello>")
        #expect(try await channel.unary(Test.echo, "") == "<>")
    }

    @Test func aStreamFromTheServer() async throws {
        let notes = try await world().channel().serverStream(Test.count, "100") { reader in
            try await reader.reduce(into: []) { $0.append($1.text) }
        }
        #expect(notes == (0..<100).map(String.init))
    }

    @Test func anEmptyStreamFromTheServer() async throws {
        let count = try await world().channel().serverStream(Test.count, "0") { reader in
            try await reader.reduce(0) { count, _ in count + 1 }
        }
        #expect(count == 0)
    }

    @Test func streamsBothWays() async throws {
        let notes = try await world().channel().bidirectional(Test.chat) { reader, writer in
            var notes: [Note] = []
            for word in ["a", "b", "c"] {
                try await writer.send(Note(word))
                // The answer comes before the client has said all.
                if let note = try await reader.next() { notes.append(note) }
            }
            try await writer.finish()
            while let note = try await reader.next() { notes.append(note) }
            return notes
        }
        #expect(notes == ["<a>", "<b>", "<c>", "bye"])
    }

    @Test func manyCallsAtOnceDoNotMixTheirMessages() async throws {
        let channel = world().channel()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 100..<400 {
                group.addTask {
                    try await channel.unary(Test.echo, Note("n\(number)")) == Note("<n\(number)>")
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    /// The executor may put other jobs between a look at a call and the wait for its change; a status
    /// that came just then was once missed.
    @Test(arguments: 0..<4) func noEndOfACallIsMissed(_: Int) async throws {
        let world = World { $0.bidirectional(Test.chat) { _, _, _ in } }
        let channel = world.channel()
        for _ in 0..<400 {
            let note = try await channel.bidirectional(Test.chat) { reader, writer in
                try? await writer.send("a")
                return try await reader.next()
            }
            #expect(note == nil)
        }
    }

    @Test func traceContextTravels() async throws {
        let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        let reply = try await world().channel().unary(
            Test.echo, "trace", options: CallOptions(traceparent: trace))
        #expect(reply.text == trace)
    }

    // MARK: The end

    @Test func everyCallEndsWithExactlyOneStatus() async throws {
        let world = world()
        let channel = world.channel()
        _ = try await channel.unary(Test.echo, "a")
        _ = await failure { try await channel.unary(Test.echo, "fail") }
        try await channel.serverStream(Test.count, "5") { reader in for try await _ in reader {} }
        _ = await failure {
            try await channel.serverStream(Test.count, "then fail") { reader in
                for try await _ in reader {}
            }
        }
        _ = await failure { try await channel.unary(Method<Note, Note>("Test/No"), "a") }
        let stated = world.sent(.toClient).filter { $0.status != nil }.map(\.stream)
        #expect(stated.sorted() == [1, 2, 3, 4, 5])
    }

    @Test(arguments: StatusCode.allCases.filter { $0 != .ok })
    func everyStatusCodeTravels(_ code: StatusCode) async {
        let error = await failure {
            try await world().channel().unary(Test.echo, Note("\(code.rawValue)"))
        }
        #expect(error?.code == code)
        #expect(error?.status.message == "as asked")
    }

    @Test func thereAreSeventeenCodes() {
        #expect(StatusCode.allCases.map(\.rawValue) == Array(0...16))
    }

    @Test func allOfAStatusTravels() async {
        let error = await failure { try await world().channel().unary(Test.echo, "fail") }
        #expect(
            error?.status
                == Status(.notFound, "nothing there", reason: "gone", retryAfterMilliseconds: 9))
    }

    @Test func errorsOfHandlersHaveTheirCodes() async {
        let channel = world().channel()
        let broken = await failure { try await channel.unary(Test.echo, "break") }
        #expect(broken?.code == .internal)
        #expect(broken?.status.message == "the handler broke")
        #expect(await failure { try await channel.unary(Test.echo, "cancel") }?.code == .cancelled)
    }

    @Test func whatCameBeforeAnErrorIsDelivered() async throws {
        var notes: [Note] = []
        let error = await failure {
            try await world().channel().serverStream(Test.count, "then fail") { reader in
                while let note = try await reader.next() { notes.append(note) }
            }
        }
        #expect(notes == ["one"])
        #expect(error?.code == .aborted)
    }

    @Test func anUnknownMethodIsNamedWithThoseThatThereAre() async {
        let error = await failure {
            try await world().channel().unary(Method<Note, Note>("Test/No"), "a")
        }
        #expect(error?.code == .unimplemented)
        #expect(
            error?.status.message == "there is no method 'Test/No'; this server offers "
                + "Test/Chat, Test/Count, Test/Echo")
    }

    // MARK: Bad messages

    @Test func aRequestThatIsNoMessageIsRefused() async throws {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(
            .open(Open(method: "Test/Echo", end: true)), session: session, stream: 1, [0xff])
        #expect(await client.frame { $0.status != nil }.status?.code == .invalidArgument)
    }

    @Test func aUnaryCallWithoutItsMessageIsRefused() async throws {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(.open(Open(method: "Test/Echo", end: true)), session: session, stream: 1)
        let status = await client.frame { $0.status != nil }.status
        #expect(status?.code == .invalidArgument)
        #expect(status?.message == "the call came without its message")
    }

    /// A caller that does not know a method's shape treats each as streams both ways.
    @Test func aUnaryMethodMayBeCalledAsAStream() async throws {
        let notes = try await world().channel().bidirectional(Test.echo) { reader, writer in
            try await writer.send("a")
            try await writer.finish()
            return try await reader.reduce(into: [Note]()) { $0.append($1) }
        }
        #expect(notes == ["<a>"])
    }

    /// The reply of a unary method may be there before its caller has said that there is no more.
    @Test func aCallThatEndedWellIsFinishedWithoutAnError() async throws {
        try await world().channel().bidirectional(Test.echo) { reader, writer in
            try await writer.send("a")
            while try await reader.next() != nil {}
            try await writer.finish()
            let error = await failure { try await writer.send("b") }
            #expect(error?.status.reason == "ended")
        }
    }

    @Test func aUnaryMethodTakesOneMessage() async {
        let client = RawClient(
            World { registry in
                registry.unary(Test.echo) { _, _ in
                    try await Latch().wait()
                    return "never"
                }
            }.server)
        let session = await client.hello()
        await client.send(.open(Open(method: "Test/Echo", end: false)), session: session, stream: 1)
        await client.send(.data(end: false), session: session, stream: 1, [65])
        #expect(client.resetReason == nil)
        await client.send(.data(end: false), session: session, stream: 1, [66])
        #expect(client.resetReason == "a message came after the last one of its stream")
    }

    @Test func aReplyThatIsNoMessageIsTheServersFault() async {
        let world = World(filter: { frame, _ in
            var frame = frame
            if frame.status != nil { frame.payload = [0xff] }
            return frame
        }) { $0.unary(Test.echo) { note, _ in note } }
        let error = await failure { try await world.channel().unary(Test.echo, "a") }
        #expect(error?.code == .internal)
        #expect(error?.status.reason == "bad_reply")
    }

    @Test func messagesOverOneMebibyteAreRefusedBeforeTheyAreSent() async {
        let world = world()
        let channel = world.channel()
        let asked = await failure {
            try await channel.unary(Test.echo, .of(bytes: WireRules.maximumPayload + 1))
        }
        #expect(asked?.status.message == "a message of 1048577 bytes exceeds the limit of 1 MiB")
        let answered = await failure { try await channel.unary(Test.echo, "large") }
        #expect(answered?.code == .resourceExhausted)
        #expect(answered?.status.neverStarted == false)
        #expect(world.sent(.toServer).filter { $0.open != nil }.count == 1)
    }

    @Test func aMessageOfOneMebibyteTravels() async throws {
        let note = Note.of(bytes: WireRules.maximumPayload - 2)
        #expect(
            try await world().channel().unary(Test.echo, note).text.utf8.count == note.text.utf8
                .count + 2)
    }

    // MARK: Late and wrong frames

    @Test func framesThatComeAfterTheEndAreDropped() async {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(
            .open(Open(method: "Test/Echo", end: true)), session: session, stream: 1, [65])
        _ = await client.frame { $0.status != nil }
        await client.send(.data(end: true), session: session, stream: 1, [66])
        await client.send(.cancel, session: session, stream: 1)
        await client.send(.credit(bytes: 100), session: session, stream: 1)
        await client.send(
            .open(Open(method: "Test/Echo", end: true)), session: session, stream: 2, [67])
        _ = await client.frame { $0.stream == 2 && $0.status?.code == .ok }
        #expect(client.resetReason == nil)
        #expect(client.peer.frames.all.filter { $0.status != nil }.count == 2)
    }

    @Test func aMessageForAStreamThatWasNeverOpenedIsReset() async {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(.data(end: false), session: session, stream: 3, [1])
        #expect(client.resetReason == "a message came for stream 3, which was never opened")
    }

    @Test func streamsAreOpenedInOrder() async {
        let client = RawClient(world().server)
        let session = await client.hello()
        let open = WireFrame.Body.open(Open(method: "Test/Chat", end: false))
        await client.send(open, session: session, stream: 2)
        await client.send(open, session: session, stream: 2)
        #expect(client.resetReason == "stream 2 was opened after stream 2")
    }

    @Test func aMessageAfterTheLastOneIsReset() async {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(.open(Open(method: "Test/Chat", end: true)), session: session, stream: 1)
        await client.send(.data(end: false), session: session, stream: 1, [1])
        #expect(client.resetReason == "a message came after the last one of its stream")
    }

    @Test func aClientThatHasFinishedCannotSend() async throws {
        let gate = Latch()
        let world = World { registry in
            registry.bidirectional(Test.chat) { _, _, _ in try await gate.wait() }
        }
        try await world.channel().bidirectional(Test.chat) { _, writer in
            try await writer.finish()
            let error = await failure { try await writer.send("more") }
            #expect(error?.code == .internal)
            gate.open()
        }
    }

    @Test(
        arguments: [
            .status(.ok),
            .welcome(Welcome(version: 1, instance: "", schema: 0, windows: .standard)),
        ]
            as [WireFrame.Body])
    func framesThatOnlyServersSendAreReset(_ body: WireFrame.Body) async {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(body, session: session, stream: 1)
        #expect(client.resetReason != nil)
    }
}
