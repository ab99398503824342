import LyreRPC

/// The message of these tests: UTF-8 as it is.
struct Note: Message, Hashable, ExpressibleByStringLiteral {
    var text: String

    init(_ text: String) { self.text = text }
    init(stringLiteral text: String) { self.text = text }

    init(decoding bytes: [UInt8]) throws(RPCError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RPCError(.invalidArgument, "a note is UTF-8")
        }
        self.text = text
    }

    func encoded() -> [UInt8] { Array(text.utf8) }
    static var schemaName: String { "test.Note" }

    /// Its cost on the wire is that of its bytes and of the frame.
    static func of(bytes count: Int) -> Note { Note(String(repeating: "x", count: count)) }
}

/// The methods of the service that these tests call.
enum Test {
    static let echo = Method<Note, Note>("Test/Echo")
    static let count = Method<Note, Note>("Test/Count", serverStreams: true)
    static let chat = Method<Note, Note>("Test/Chat", clientStreams: true, serverStreams: true)
}
