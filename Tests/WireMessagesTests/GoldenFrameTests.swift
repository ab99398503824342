import LyreRPC
import Testing
import WireMessages

/// proto/vectors/ was made by Google's protobuf: what it wrote is read here, and written alike.
struct GoldenFrameTests {
    private static let session: UInt64 = 0x0123_4567_89ab_cdef

    private static func frame(
        _ body: WireFrame.Body, _ stream: UInt32 = 0, _ sequence: UInt64 = 0,
        session: UInt64 = session
    ) -> WireFrame {
        WireFrame(session: session, stream: stream, sequence: sequence, body)
    }

    /// The frames by name, without their payloads.
    private static let frames: [String: WireFrame] = [
        "hello": frame(
            .hello(Hello(service: "Decoder", schema: 0x1122_3344_5566_7788, client: "example 1.0")),
            session: 0),
        "hello-minimal": frame(.hello(Hello(service: "", schema: 0, client: "")), session: 0),
        "welcome": frame(
            .welcome(
                Welcome(
                    version: 1, instance: "7f3a", schema: 0x1122_3344_5566_7788, windows: .standard)
            )),
        "open-unary": frame(
            .open(Open(method: "Text/Prepare", timeoutMilliseconds: 1500, end: true)), 1, 1),
        "open-session-0": frame(.open(Open(method: "Text/Prepare", end: true)), 1, session: 0),
        "open-stream": frame(
            .open(
                Open(
                    method: "Decoder/Decode",
                    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                    end: false)),
            3, 2),
        "open-empty-message": frame(.open(Open(method: "Health/Check", end: true)), 5, 3),
        "data-start": frame(.data(end: false), 3, 4),
        "data-frames": frame(.data(end: false), 3, 5),
        "data-half-frame": frame(.data(end: false), 3, 11),
        "data-other-half": frame(.data(end: false), 3, 12),
        "data-end": frame(.data(end: true), 3, 6),
        "data-audio": frame(.data(end: false), 3, 2),
        "status-reply": frame(.status(.ok), 1, 3),
        "status-ok": frame(.status(.ok), 3, 4),
        "status-error": frame(
            .status(
                Status(
                    .resourceExhausted, "the server has no room for another call", reason: "full",
                    neverStarted: true, retryAfterMilliseconds: 250)), 7, 5),
        "cancel": frame(.cancel, 3, 7),
        "credit-stream": frame(.credit(bytes: 131_072), 3, 8),
        "credit-connection": frame(.credit(bytes: 2_097_152), 0, 9),
        "ping": frame(.ping(nonce: 1 << 63 + 1), 0, 10),
        "pong": frame(.pong(nonce: 1 << 63 + 1), 0, 6),
        "goaway": frame(.goAway(lastStream: 7, reason: "the server is shutting down"), 0, 7),
        "load": frame(.load(Load(active: 3, capacity: 8, queued: 1, draining: true)), 0, 8),
        "load-idle": frame(.load(Load()), 0, 9),
        "load-lead": frame(
            .load(Load(active: 5, capacity: 8, queued: 2, worstLeadMilliseconds: 20)), 0, 10),
        "load-dry": frame(
            .load(Load(active: 8, capacity: 8, queued: 4, worstLeadMilliseconds: -7)), 0, 11),
        "load-now": frame(.load(Load(worstLeadMilliseconds: 0)), 0, 12),
        "reset": frame(.reset(reason: "the frame is of another session")),
    ]

    @Test func everyFrameIsReadAndWrittenByteForByte() throws {
        let vectors = try Vectors.load()
        #expect(Set(vectors.frames.map(\.name)) == Set(Self.frames.keys))
        for vector in vectors.frames {
            let header = try ProtoFolder.vector("\(vector.name).header.bin")
            let payload = try vector.payload.map { _ in
                try ProtoFolder.vector("\(vector.name).payload.bin")
            }
            var expected = try #require(Self.frames[vector.name])
            expected.payload = payload
            let name = Comment(rawValue: vector.name)
            // Windows left out stand for the defaults, so the smallest HELLO is only read.
            #expect(try FrameCodec.frame(header: header, payload: payload ?? []) == expected, name)
            if vector.name != "hello-minimal" {
                #expect(FrameCodec.header(of: expected) == header, name)
            }
        }
    }

    @Test func everyMessageIsReadAndWrittenByteForByte() throws {
        let vectors = try Vectors.load()
        let payloads = vectors.frames.compactMap { frame in
            frame.payload.map { ("\(frame.name).payload.bin", $0.message) }
        }
        let files = payloads + vectors.messages.map { ("\($0.name).message.bin", $0.message) }
        let json = try Vectors.json()
        #expect(files.count >= 17)
        for (file, message) in files {
            let bytes = try ProtoFolder.vector(file)
            let kind = try #require(MessageKind.named(message), "\(message)")
            #expect(try kind.again(bytes) == bytes, "\(file)")
            // The same from JSON, and back to it.
            let text = try #require(json[file], "\(file)")
            let encoded = try JSONMessages.encode(json: text, schemaName: message)
            #expect(encoded == bytes, "\(file)")
            let again = try JSONMessages.decode(bytes, schemaName: message)
            #expect(try JSONMessages.encode(json: again, schemaName: message) == bytes, "\(file)")
        }
    }
}
