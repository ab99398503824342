import StreamingHTTP
import TestSupport
import Testing

@Suite struct ServerSentEventsTests {
    private func events(_ text: String) throws -> [ServerSentEvent] {
        var parser = ServerSentEvents()
        return try parser.push(Array(text.utf8))
    }

    private func data(_ text: String) throws -> [String] {
        try events(text).map { String(decoding: $0.data, as: UTF8.self) }
    }

    @Test func dataLinesMakeEvents() throws {
        #expect(try data("data: one\n\ndata:two\n\n") == ["one", "two"])
        #expect(
            try data("data: one\r\n\r\ndata: two\r\rdata: three\n\n") == ["one", "two", "three"])
        #expect(try data("data: first\ndata:  second\ndata\n\n") == ["first\n second\n"])
    }

    @Test func onlyTheFirstSpaceIsTaken() throws {
        #expect(try data("data:  x \n\n") == [" x "])
    }

    @Test func namesBelongToTheirEvent() throws {
        let found = try events("event: error\ndata: a\n\ndata: b\n\nevent: lost\n\ndata: c\n\n")
        #expect(found.map(\.name) == ["error", nil, nil])
    }

    @Test func commentsAndOtherFieldsAreNoEvents() throws {
        var parser = ServerSentEvents()
        let found = try parser.push(
            Array(": keep-alive\n\nid: 7\nretry: 10\nnonsense\n\n:\n\n".utf8))
        #expect(found.isEmpty)
        #expect(parser.comments == 2)
    }

    @Test func aByteOrderMarkIsSkippedAtTheStartOnly() throws {
        #expect(try data("\u{FEFF}data: a\n\n\u{FEFF}data: b\n\n") == ["a"])
    }

    @Test func whatTheEndCutsOffDoesNotCount() throws {
        #expect(try data("data: whole\n\ndata: cut\n") == ["whole"])
    }

    @Test func anEventHasALimit() throws {
        var parser = ServerSentEvents(limit: 100)
        let long = Array("data: \(String(repeating: "x", count: 60))\n".utf8)
        #expect(try parser.push(long).isEmpty)
        #expect(throws: ServerSentEventTooLarge(limit: 100)) { try parser.push(long) }

        var endless = ServerSentEvents(limit: 100)
        #expect(throws: ServerSentEventTooLarge(limit: 100)) {
            for _ in 0..<200 { _ = try endless.push([0x78]) }
        }
        // Events add nothing up.
        var many = ServerSentEvents(limit: 100)
        for _ in 0..<50 { #expect(try many.push(Array("data: 0123456789\n\n".utf8)).count == 1) }
    }

    /// However random streams of lines are cut, the events are those of the uncut bytes.
    @Test func cutsChangeNothing() throws {
        for seed in UInt64(0)..<500 { try cutsChangeNothing(seed: seed) }
    }

    private func cutsChangeNothing(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "data: a", "data", "data:", "data:  {\"x\":1}", ": comment", "event: error", "id: 3",
            "\u{FEFF}",
            "x", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\r\r", "data: \u{1F600}é",
        ]
        let bytes = (0..<80).flatMap { _ in Array(parts.randomElement(using: &random)!.utf8) }
        var whole = ServerSentEvents()
        let expected = try whole.push(bytes)

        var parser = ServerSentEvents()
        var found: [ServerSentEvent] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 0...min(rest.count, seed % 2 == 0 ? 3 : 20), using: &random)
            found += try parser.push(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        #expect(found == expected)
        #expect(parser.comments == whole.comments)
    }

    /// Random bytes never crash it.
    @Test func randomBytes() throws {
        var random = SeededGenerator(seed: 1)
        var parser = ServerSentEvents(limit: 1 << 20)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...40, using: &random)
            _ = try parser.push(
                (0..<count).map { _ in [10, 13, 58, 32, 100, 0, 255].randomElement(using: &random)!
                })
        }
    }
}
